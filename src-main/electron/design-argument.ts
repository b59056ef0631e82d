import { extname, resolve } from 'node:path';
import { FILE_EXTENSION } from '../../shared/file/index.ts';

/** The design a command line names: the last argument that is a path to one. Switches are Chromium's. */
export function designArgument(argv: readonly string[], workingFolder: string): string | null {
  const named = argv
    .slice(1)
    .findLast((text) => !text.startsWith('-') && extname(text) === `.${FILE_EXTENSION}`);
  return named === undefined ? null : resolve(workingFolder, named);
}
