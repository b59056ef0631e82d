import * as promises from 'node:fs/promises';

/** The file operations the services use; tests hand in one that fails on purpose. */
export type Disk = Pick<
  typeof promises,
  | 'chmod'
  | 'copyFile'
  | 'link'
  | 'lstat'
  | 'mkdir'
  | 'open'
  | 'readFile'
  | 'readdir'
  | 'readlink'
  | 'realpath'
  | 'rename'
  | 'rm'
  | 'rmdir'
  | 'stat'
>;

/** The real file system. */
export const disk: Disk = promises;

/** The `ENOENT`-like code of an error, or an empty text. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
