import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import {
  HostError,
  MAX_DESIGN_CHARS,
  countsSchema,
  versionChangeSchema,
  type VersionFacts,
} from '../../shared/host/index.ts';
import { removeAllLeftovers, sha256, writeAtomically } from './atomic-write.ts';
import { diskError } from './disk-errors.ts';
import { errorCode, type Disk } from './disk.ts';
import { changeBetween, countRecords, recordsOfText } from './version-change.ts';

/** Earlier contents of the user's files, kept in the program's own folder. */
export interface VersionService {
  /**
   * Keeps what was just saved, and what the file held before when that is not kept yet. `auto`: the program saved by
   * itself, so several within a few minutes count as one. Never rejects: saving does not depend on it.
   */
  readonly keep: (path: string, saved: Uint8Array, before: Before | null, auto: boolean) => Promise<void>;
  /** Newest first. */
  readonly list: (path: string) => Promise<readonly VersionFacts[]>;
  readonly read: (path: string, id: string) => Promise<string>;
}

/** What a file held before it was saved. */
export interface Before {
  readonly bytes: Uint8Array;
  readonly modified: Date;
}

const KEPT_PER_FILE = 20;
const MAX_BYTES_PER_FILE = 64 * 1024 * 1024;
const MAX_BYTES = 512 * 1024 * 1024;
/** Saves by itself within this time replace each other. */
const AUTO_MERGE_MS = 10 * 60 * 1000;
/** No design is larger: a kept text that unpacks to more is none of ours. */
const MAX_TEXT_BYTES = MAX_DESIGN_CHARS;

const entrySchema = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  time: z.iso.datetime(),
  /** Of the text; the kept file is smaller. */
  bytes: z.number(),
  packed: z.number(),
  auto: z.boolean(),
  counts: countsSchema,
  change: versionChangeSchema.nullable(),
});
type Entry = z.infer<typeof entrySchema>;
const indexSchema = z.strictObject({ path: z.string(), versions: z.array(entrySchema) });
const TEXT_ENDING = '.gz';
const TEXT_NAME = /^[0-9a-f]{64}\.gz$/;
const pack = promisify(gzip);
const unpack = promisify(gunzip);

/**
 * Versions by file: a folder named by the hash of its path, with an index, oldest first, and one packed text for each
 * content. The oldest go when there are more than twenty or they take too much room.
 */
export function createVersions(
  disk: Disk,
  configFolder: string,
  onTrouble: (error: unknown) => void,
  now: () => Date = () => new Date(),
): VersionService {
  const root = join(configFolder, 'versions');
  const folderOf = (path: string) => join(root, sha256(Buffer.from(path)).slice(0, 32));
  let queue: Promise<unknown> = Promise.resolve();

  async function load(path: string): Promise<Entry[]> {
    let text: string;
    try {
      text = await disk.readFile(join(folderOf(path), 'index.json'), 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      // Held by another program, perhaps: taken for empty, the next save would sweep all that is kept.
      throw diskError(error, 'The list of earlier versions', 'opened');
    }
    try {
      return indexSchema.parse(JSON.parse(text)).versions;
    } catch (error) {
      onTrouble(error);
      return found(folderOf(path));
    }
  }

  /** The list anew, from the texts themselves: they name their content and know when they were written. */
  async function found(folder: string): Promise<Entry[]> {
    const names = (await disk.readdir(folder)).filter((name) => TEXT_NAME.test(name));
    const entries = await Promise.all(
      names.map(async (name): Promise<Entry | null> => {
        try {
          const hash = name.slice(0, -TEXT_ENDING.length);
          const { size, mtime } = await disk.stat(join(folder, name));
          const bytes = await unpacked(join(folder, name), hash);
          const counts = countRecords(recordsOfText(bytes.toString('utf8')));
          const time = mtime.toISOString();
          return { hash, time, bytes: bytes.length, packed: size, auto: false, counts, change: null };
        } catch (error) {
          onTrouble(error);
          return null;
        }
      }),
    );
    return entries.filter((entry) => entry !== null).sort((a, b) => (a.time < b.time ? -1 : 1));
  }

  async function store(path: string, versions: readonly Entry[]): Promise<void> {
    const text = `${JSON.stringify({ path, versions }, null, 2)}\n`;
    await writeAtomically(disk, join(folderOf(path), 'index.json'), Buffer.from(text), { backup: false });
  }

  const textOf = (path: string, { hash }: Entry) =>
    unpacked(join(folderOf(path), `${hash}${TEXT_ENDING}`), hash);

  async function unpacked(file: string, hash: string): Promise<Buffer> {
    const bytes = await unpack(await disk.readFile(file), { maxOutputLength: MAX_TEXT_BYTES });
    if (sha256(bytes) !== hash)
      throw new HostError('bad-design', 'This version was damaged on the disk and cannot be read.');
    return bytes;
  }

  /** The entries with one more, whose packed text is on disk then. The same content again only moves up. */
  async function added(
    path: string,
    entries: readonly Entry[],
    bytes: Uint8Array,
    time: Date,
    auto: boolean,
  ): Promise<readonly Entry[]> {
    const hash = sha256(bytes);
    const last = entries.at(-1);
    if (last?.hash === hash) return entries;
    const sinceLast = last ? time.getTime() - Date.parse(last.time) : NaN;
    // A clock that was set back says nothing of how long ago the last one was.
    const replaces = auto && last?.auto === true && sinceLast >= 0 && sinceLast < AUTO_MERGE_MS;
    const kept = replaces ? entries.slice(0, -1) : entries;
    const records = recordsOfText(Buffer.from(bytes).toString('utf8'));
    const earlier = kept.at(-1);
    const before =
      earlier === undefined
        ? null
        : await textOf(path, earlier).then(
            (text) => recordsOfText(text.toString('utf8')),
            () => null,
          );
    const packed = await pack(bytes);
    await disk.mkdir(folderOf(path), { recursive: true, mode: 0o700 });
    await writeAtomically(disk, join(folderOf(path), `${hash}${TEXT_ENDING}`), packed, { backup: false });
    return [
      ...kept.filter((entry) => entry.hash !== hash),
      {
        hash,
        time: time.toISOString(),
        bytes: bytes.length,
        packed: packed.length,
        auto,
        counts: countRecords(records),
        change: before === null ? null : changeBetween(before, records),
      },
    ];
  }

  async function keep(path: string, saved: Uint8Array, before: Before | null, auto: boolean): Promise<void> {
    const known = await load(path);
    let entries: readonly Entry[] = known;
    if (before !== null) entries = await added(path, entries, before.bytes, before.modified, false);
    entries = capped(await added(path, entries, saved, now(), auto));
    if (entries === known) return;
    await store(path, entries);
    // The index first: a text too many is swept the next time, a text too few would be a hole.
    await sweep(folderOf(path), entries);
    await capAll(disk, root, folderOf(path));
  }

  async function sweep(folder: string, entries: readonly Entry[]): Promise<void> {
    await removeAllLeftovers(disk, configFolder, folder);
    const wanted = new Set(entries.map(({ hash }) => `${hash}${TEXT_ENDING}`));
    for (const name of await disk.readdir(folder))
      if (name.endsWith(TEXT_ENDING) && !wanted.has(name)) await disk.rm(join(folder, name), { force: true });
  }

  return {
    keep(path, saved, before, auto) {
      queue = queue.then(() => keep(path, saved, before, auto)).catch(onTrouble);
      return queue.then(() => undefined);
    },
    async list(path) {
      await queue;
      return (await load(path))
        .map(({ hash, time, bytes, auto, counts, change }) => ({
          id: hash,
          time,
          bytes,
          auto,
          counts,
          change,
        }))
        .reverse();
    },
    async read(path, id) {
      await queue;
      const entry = (await load(path)).find(({ hash }) => hash === id);
      if (!entry) throw new HostError('not-found', 'This version is no longer kept.');
      try {
        return (await textOf(path, entry)).toString('utf8');
      } catch (error) {
        throw diskError(error, 'The earlier version', 'opened');
      }
    },
  };
}

/** The newest that fit; the last one always stays. */
function capped(entries: readonly Entry[]): readonly Entry[] {
  let bytes = 0;
  const kept = entries.toReversed().filter((entry, index) => {
    bytes += entry.packed;
    return index === 0 || (index < KEPT_PER_FILE && bytes <= MAX_BYTES_PER_FILE);
  });
  return kept.length === entries.length ? entries : kept.reverse();
}

/** Drops the histories of the files saved longest ago until all fit; that of the file just saved stays. */
async function capAll(disk: Disk, root: string, current: string): Promise<void> {
  const folders = await Promise.all(
    (await disk.readdir(root)).map(async (name) => {
      const folder = join(root, name);
      const names = await disk.readdir(folder).catch(() => []);
      const stats = await Promise.all(names.map((file) => disk.stat(join(folder, file)).catch(() => null)));
      return {
        folder,
        bytes: stats.reduce((sum, stat) => sum + (stat?.size ?? 0), 0),
        used: Math.max(0, ...stats.map((stat) => stat?.mtimeMs ?? 0)),
      };
    }),
  );
  let total = folders.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { folder, bytes } of folders.sort((a, b) => a.used - b.used)) {
    if (total <= MAX_BYTES) return;
    if (folder === current) continue;
    await disk.rm(folder, { recursive: true, force: true });
    total -= bytes;
  }
}
