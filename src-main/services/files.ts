import type { Stats } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { FILE_EXTENSION } from '../../shared/file/index.ts';
import { HostError, MAX_DESIGN_CHARS, type FileRef, type MethodOutput } from '../../shared/host/index.ts';
import { compareNatural } from '../../shared/lib/stable-json.ts';
import { removeLeftovers, sha256, writeAtomically } from './atomic-write.ts';
import { diskError } from './disk-errors.ts';
import { errorCode, type Disk } from './disk.ts';
import type { TokenStore } from './tokens.ts';
import type { Before } from './versions.ts';

/** Reads and writes designs, and lists folders for hosts without dialogs of their own. */
export interface FileService {
  readonly refOf: (path: string) => FileRef;
  readonly read: (path: string) => Promise<MethodOutput<'files.read'>>;
  /** `expect`: the stamp the file must still have, `missing` when there must be none, null when it may be anything. */
  readonly write: (path: string, text: string, expect: string | null) => Promise<WrittenFile>;
  readonly check: (path: string, stamp: string) => Promise<MethodOutput<'files.check'>>;
  readonly list: (folder: string) => Promise<MethodOutput<'files.list'>>;
  readonly place: (folder: string, name: string) => Promise<MethodOutput<'files.place'>>;
  readonly makeFolder: (folder: string, name: string) => Promise<FileRef>;
}

/** A file just saved: what it holds now and what it held before. */
export interface WrittenFile extends MethodOutput<'files.write'> {
  readonly saved: Uint8Array;
  readonly before: Before | null;
}

/** The same cap for reading and writing, in bytes: what was saved can be opened again. */
const MAX_BYTES = MAX_DESIGN_CHARS;

/**
 * The file service over a disk. Everything it throws is a `HostError` with a sentence, or a bug. `configFolder` is the
 * program's own, where it sees which of its processes still run.
 */
export function createFiles(disk: Disk, tokens: TokenStore, configFolder: string): FileService {
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
        void removeLeftovers(disk, configFolder, path);
        return { file: refOf(path), text: decode(bytes, path), stamp };
      }),
    write: (path, text, expect) =>
      guarded(path, 'saved', async () => {
        const bytes = Buffer.from(text, 'utf8');
        if (bytes.length > MAX_BYTES) throw tooLarge(path);
        const before = await contentOf(disk, path, expect);
        if (expect !== null) expectUnchanged(path, before, expect);
        await writeAtomically(disk, path, bytes, { backup: true });
        const stamp = stampOf(await disk.stat(path), sha256(bytes));
        void removeLeftovers(disk, configFolder, path);
        return { file: refOf(path), stamp, saved: bytes, before };
      }),
    check: (path, stamp) =>
      guarded(path, 'opened', async () => {
        try {
          const stat = await disk.stat(path);
          // Size and time tell in most cases; the content is read only when they differ.
          if (stamp.startsWith(timeStampOf(stat))) return { state: 'same', stamp };
          const now = await readStamped(disk, path);
          return { state: hashOf(now.stamp) === hashOf(stamp) ? 'same' : 'changed', stamp: now.stamp };
        } catch (error) {
          if (GONE.has(errorCode(error))) return { state: 'missing', stamp };
          throw error;
        }
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

const GONE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

type Times = Pick<Stats, 'size' | 'mtimeMs'>;

function timeStampOf(stat: Times): string {
  return `${stat.size}-${Math.round(stat.mtimeMs)}-`;
}

function stampOf(stat: Times, hash: string): string {
  return `${timeStampOf(stat)}${hash}`;
}

/** Size and time of a stamp can differ while the content is the same (a sync client, a restored backup): only the hash decides. */
function hashOf(stamp: string): string {
  return stamp.slice(stamp.lastIndexOf('-') + 1);
}

async function readStamped(
  disk: Disk,
  path: string,
): Promise<{ readonly bytes: Uint8Array; readonly modified: Date; readonly stamp: string }> {
  const stat = await disk.stat(path);
  if (stat.isDirectory()) throw new HostError('not-a-file', `${basename(path)} is a folder.`);
  // A pipe or a device would never end.
  if (!stat.isFile()) throw new HostError('not-a-file', `${basename(path)} is not an ordinary file.`);
  if (stat.size > MAX_BYTES) throw tooLarge(path);
  const bytes = await disk.readFile(path);
  return { bytes, modified: stat.mtime, stamp: stampOf(stat, sha256(bytes)) };
}

/** What the file holds before it is replaced. Null when there is none, or nothing of ours where anything may be. */
async function contentOf(disk: Disk, path: string, expect: string | null): Promise<Before | null> {
  try {
    return await readStamped(disk, path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || expect === null) return null;
    throw error;
  }
}

function expectUnchanged(path: string, now: Before | null, expect: string): void {
  if (now === null) {
    if (expect === 'missing') return;
    throw new HostError('changed-on-disk', `${basename(path)} was moved or deleted since it was opened.`);
  }
  if (expect === 'missing' || sha256(now.bytes) !== hashOf(expect)) {
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
