import { basename, dirname, extname, join, resolve } from 'node:path';
import { FILE_EXTENSION } from '../../shared/file/index.ts';
import { HostError, MAX_DESIGN_CHARS, type FileRef, type MethodOutput } from '../../shared/host/index.ts';
import { compareNatural } from '../../shared/lib/stable-json.ts';
import { sha256, writeAtomically } from './atomic-write.ts';
import { diskError } from './disk-errors.ts';
import { errorCode, type Disk } from './disk.ts';
import type { TokenStore } from './tokens.ts';

/** Reads and writes designs, and lists folders for hosts without dialogs of their own. */
export interface FileService {
  readonly refOf: (path: string) => FileRef;
  readonly read: (path: string) => Promise<MethodOutput<'files.read'>>;
  readonly write: (path: string, text: string, expect: string | null) => Promise<MethodOutput<'files.write'>>;
  readonly list: (folder: string) => Promise<MethodOutput<'files.list'>>;
  readonly place: (folder: string, name: string) => Promise<MethodOutput<'files.place'>>;
  readonly makeFolder: (folder: string, name: string) => Promise<FileRef>;
}

/** The same cap for reading and writing, in bytes: what was saved can be opened again. */
const MAX_BYTES = MAX_DESIGN_CHARS;

/** The file service over a disk. Everything it throws is a `HostError` with a sentence, or a bug. */
export function createFiles(disk: Disk, tokens: TokenStore): FileService {
  const refOf = (path: string): FileRef => ({
    token: tokens.tokenFor(path),
    name: basename(path) || path,
    path,
  });
  const guarded = async <T>(
    path: string,
    action: 'opened' | 'saved' | 'listed' | 'made',
    work: () => Promise<T>,
  ) => {
    try {
      return await work();
    } catch (error) {
      throw diskError(error, path, action);
    }
  };
  return {
    refOf,
    read: (path) =>
      guarded(path, 'opened', async () => {
        const { bytes, stamp } = await readStamped(disk, path);
        return { file: refOf(path), text: decode(bytes, path), stamp };
      }),
    write: (path, text, expect) =>
      guarded(path, 'saved', async () => {
        const bytes = Buffer.from(text, 'utf8');
        if (bytes.length > MAX_BYTES) throw tooLarge(path);
        if (expect !== null) await expectUnchanged(disk, path, expect);
        await writeAtomically(disk, path, bytes, { backup: true });
        return { file: refOf(path), stamp: stampOf(await disk.stat(path), sha256(bytes)) };
      }),
    list: (folder) => guarded(folder, 'listed', () => listFolder(disk, folder, refOf)),
    place: (folder, name) =>
      guarded(folder, 'listed', async () => {
        const path = withExtension(join(folder, name));
        const exists = await disk.lstat(path).then(
          () => true,
          (error: unknown) => (errorCode(error) === 'ENOENT' ? false : Promise.reject(error as Error)),
        );
        return { file: refOf(path), exists };
      }),
    makeFolder: (folder, name) =>
      guarded(join(folder, name), 'made', async () => {
        const path = join(folder, name);
        await disk.mkdir(path);
        return refOf(path);
      }),
  };
}

/** A design never ends up without its extension. */
export function withExtension(path: string): string {
  return extname(path) === `.${FILE_EXTENSION}` ? path : `${path}.${FILE_EXTENSION}`;
}

function stampOf(stat: { readonly size: number; readonly mtimeMs: number }, hash: string): string {
  return `${stat.size}-${Math.round(stat.mtimeMs)}-${hash}`;
}

/** Size and time of a stamp can differ while the content is the same (a sync client, a restored backup): only the hash decides. */
function hashOf(stamp: string): string {
  return stamp.slice(stamp.lastIndexOf('-') + 1);
}

async function readStamped(
  disk: Disk,
  path: string,
): Promise<{ readonly bytes: Uint8Array; readonly stamp: string }> {
  const stat = await disk.stat(path);
  if (stat.isDirectory()) throw new HostError('not-a-file', `${basename(path)} is a folder.`);
  // A pipe or a device would never end.
  if (!stat.isFile()) throw new HostError('not-a-file', `${basename(path)} is not an ordinary file.`);
  if (stat.size > MAX_BYTES) throw tooLarge(path);
  const bytes = await disk.readFile(path);
  return { bytes, stamp: stampOf(stat, sha256(bytes)) };
}

async function expectUnchanged(disk: Disk, path: string, expect: string): Promise<void> {
  const now = await readStamped(disk, path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (now === null)
    throw new HostError('changed-on-disk', `${basename(path)} was moved or deleted since it was opened.`);
  if (hashOf(now.stamp) !== hashOf(expect)) {
    throw new HostError(
      'changed-on-disk',
      `${basename(path)} was changed by another program since it was opened.`,
    );
  }
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HostError(
      'bad-design',
      `${basename(path)} is not a Clusterwright design: it holds no UTF-8 text.`,
    );
  }
}

function tooLarge(path: string): HostError {
  return new HostError('too-large', `${basename(path)} is larger than 64 MiB; no design is that large.`);
}

async function listFolder(
  disk: Disk,
  folder: string,
  refOf: (path: string) => FileRef,
): Promise<MethodOutput<'files.list'>> {
  const path = resolve(folder);
  const entries: MethodOutput<'files.list'>['entries'] = [];
  for (const name of await disk.readdir(path)) {
    if (name.startsWith('.')) continue;
    const full = join(path, name);
    // Entries that vanish meanwhile or may not be looked at are left out, not the whole folder.
    const stat = await disk.stat(full).catch(() => null);
    const kind = stat?.isDirectory()
      ? 'folder'
      : stat?.isFile() && extname(name) === `.${FILE_EXTENSION}`
        ? 'file'
        : null;
    if (stat && kind)
      entries.push({ ref: refOf(full), kind, bytes: stat.size, modified: stat.mtime.toISOString() });
  }
  entries.sort((a, b) =>
    a.kind === b.kind ? compareNatural(a.ref.name, b.ref.name) : a.kind === 'folder' ? -1 : 1,
  );
  const above = dirname(path);
  return { folder: refOf(path), parent: above === path ? null : refOf(above), entries };
}
