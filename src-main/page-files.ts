import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The file of the built page that a request's path names, or null. Nothing outside `root` is reached: not by dots,
 * not by encoded separators, not through a link; and only types a page consists of are handed out.
 */
export async function readPageFile(root: string, pathname: string): Promise<PageFile | null> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (/[\\\0:]/.test(decoded)) return null;
  const relative = decoded === '/' || decoded === '' ? '/index.html' : decoded;
  const type = TYPES[extname(relative)];
  const path = normalize(join(root, relative));
  if (type === undefined || !path.startsWith(root + sep)) return null;
  try {
    const real = await realpath(path);
    if (!real.startsWith((await realpath(root)) + sep) || !(await stat(real)).isFile()) return null;
    return { type, bytes: new Uint8Array(await readFile(real)) };
  } catch {
    return null;
  }
}
