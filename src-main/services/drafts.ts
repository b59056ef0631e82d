import { basename, join } from 'node:path';
import { z } from 'zod';
import { HostError, countsSchema, idSchema, type Counts } from '../../shared/host/index.ts';
import { removeAllLeftovers, sha256, writeAtomically } from './atomic-write.ts';
import { diskError } from './disk-errors.ts';
import { errorCode, type Disk } from './disk.ts';
import { PROCESS_NAME, processState } from './process-identity.ts';

/** What is known of a design whose edits are kept besides its text. */
export interface DraftFacts {
  /** Path of the design's file, null when it has none yet. */
  readonly file: string | null;
  /** Stamp of the file the edits began with. */
  readonly stamp: string | null;
  readonly name: string;
  readonly counts: Counts;
  /** This very text is about to be written into the file. */
  readonly saving: boolean;
}

export interface Draft extends Omit<DraftFacts, 'saving'> {
  readonly id: string;
  /** SHA-256 of what was being saved when the program ended: finding it in the file is no change by others. */
  readonly pending: string | null;
  /** ISO time of the last edit that is in it. */
  readonly time: string;
}

/** Recovery copies: what is not saved yet, kept outside the user's files until it is. */
export interface DraftService {
  readonly write: (window: string, id: string, text: string, facts: DraftFacts) => Promise<void>;
  readonly discard: (window: string, id: string) => Promise<void>;
  /** Drafts of windows and processes that are gone, newest first; postponed ones when they are wanted. */
  readonly orphans: (postponed: boolean) => Promise<readonly Draft[]>;
  /** Not to be offered again by this process. */
  readonly postpone: (ids: readonly string[]) => void;
  readonly read: (id: string) => Promise<{ readonly draft: Draft; readonly text: string }>;
  /** A window is gone: what it left can be offered. */
  readonly release: (window: string) => void;
}

const ENDING = '.draft';
const headSchema = z.strictObject({
  draft: z.literal(1),
  writer: z.string(),
  time: z.iso.datetime(),
  file: z.string().nullable(),
  stamp: z.string().nullable(),
  name: z.string(),
  counts: countsSchema,
  sha256: z.string(),
  pending: z.string().nullable(),
});
type Head = z.infer<typeof headSchema>;
/** The first line of a draft fits in this. */
const HEAD_BYTES = 64 * 1024;

/**
 * Drafts in a folder of the program's own, one file each: a line of facts, then the text. Written atomically, so that
 * a draft is whole or the one before. `now` is the host's clock.
 */
export function createDrafts(
  disk: Disk,
  configFolder: string,
  onTrouble: (error: unknown) => void,
  now: () => Date = () => new Date(),
): DraftService {
  const folder = join(configFolder, 'drafts');
  const pathOf = (id: string) => join(folder, `${basename(id)}${ENDING}`);
  /** Drafts of this process by the window that writes them. */
  const held = new Map<string, string>();
  const postponed = new Set<string>();
  /** What each draft's window saved last, until it goes on from the new stamp. */
  const saves = new Map<string, { readonly stamp: string | null; readonly pending: string | null }>();
  /** One after the other for each draft: an older text never replaces a newer one. */
  const queues = new Map<string, Promise<unknown>>();
  const inTurn = <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const turn = (queues.get(id) ?? Promise.resolve()).then(work, work);
    queues.set(id, turn);
    return turn.finally(() => {
      if (queues.get(id) === turn) queues.delete(id);
    });
  };
  const own = (window: string, id: string) => {
    const holder = held.get(id);
    if (holder !== undefined && holder !== window)
      throw new HostError('bad-input', 'This recovery copy belongs to another window.');
  };
  const swept = removeAllLeftovers(disk, configFolder, folder);

  async function headOf(id: string): Promise<Head> {
    const file = await disk.open(pathOf(id), 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return parseHead(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  }

  async function isOrphan(id: string, { writer }: Head): Promise<boolean> {
    if (writer === PROCESS_NAME) return !held.has(id);
    return (await processState(disk, configFolder, writer)) !== 'running';
  }

  /** True when the file holds exactly this text: the program ended between saving and taking the draft away. */
  async function isSaved({ file, sha256: hash }: Head): Promise<boolean> {
    if (file === null) return false;
    return disk.readFile(file).then(
      (bytes) => sha256(bytes) === hash,
      () => false,
    );
  }

  async function orphan(id: string): Promise<Draft | null> {
    try {
      const head = await headOf(id);
      if (!(await isOrphan(id, head))) return null;
      if (await isSaved(head)) {
        await disk.rm(pathOf(id), { force: true });
        return null;
      }
      return draftOf(id, head);
    } catch (error) {
      // Another process took it meanwhile; or it cannot be read, and stays for someone who can.
      if (errorCode(error) !== 'ENOENT') onTrouble(error);
      return null;
    }
  }

  return {
    async write(window, id, text, { saving, ...facts }) {
      own(window, id);
      held.set(id, window);
      try {
        await inTurn(id, async () => {
          await disk.mkdir(folder, { recursive: true, mode: 0o700 });
          const hash = sha256(Buffer.from(text));
          const before = saves.get(id);
          const pending = saving ? hash : before?.stamp === facts.stamp ? before.pending : null;
          saves.set(id, { stamp: facts.stamp, pending });
          const head: Head = {
            draft: 1,
            writer: PROCESS_NAME,
            time: now().toISOString(),
            ...facts,
            sha256: hash,
            pending,
          };
          const bytes = Buffer.from(`${JSON.stringify(head)}\n${text}`);
          await writeAtomically(disk, pathOf(id), bytes, { backup: false });
        });
      } catch (error) {
        throw diskError(error, 'The recovery copy', 'written');
      }
    },
    async discard(window, id) {
      own(window, id);
      await inTurn(id, () => disk.rm(pathOf(id), { force: true })).catch((error: unknown) => {
        throw diskError(error, 'The recovery copy', 'taken away');
      });
      held.delete(id);
      saves.delete(id);
    },
    postpone: (ids) => ids.forEach((id) => postponed.add(id)),
    async orphans(withPostponed) {
      await swept;
      const names = await disk.readdir(folder).catch((error: unknown) => {
        if (errorCode(error) !== 'ENOENT') onTrouble(error);
        return [];
      });
      // A sync client leaves copies under names of its own.
      const ids = names
        .filter((name) => name.endsWith(ENDING))
        .map((name) => name.slice(0, -ENDING.length))
        .filter((id) => idSchema.safeParse(id).success);
      const wanted = withPostponed ? ids : ids.filter((id) => !postponed.has(id));
      const drafts = (await Promise.all(wanted.map(orphan))).filter((draft) => draft !== null);
      return drafts.sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : a.id < b.id ? -1 : 1));
    },
    async read(id) {
      try {
        const bytes = await disk.readFile(pathOf(id));
        const head = parseHead(bytes);
        if (!(await isOrphan(id, head)))
          throw new HostError('bad-input', 'This recovery copy is in use by another window.');
        const text = bytes.subarray(bytes.indexOf(10) + 1);
        if (sha256(text) !== head.sha256)
          throw new HostError('bad-design', 'The recovery copy was damaged on the disk and cannot be read.');
        return { draft: draftOf(id, head), text: text.toString('utf8') };
      } catch (error) {
        throw diskError(error, 'The recovery copy', 'opened');
      }
    },
    release(window) {
      for (const [id, holder] of held) if (holder === window) held.delete(id);
    },
  };
}

function parseHead(bytes: Uint8Array): Head {
  const end = bytes.indexOf(10);
  const line = Buffer.from(bytes.subarray(0, end < 0 ? bytes.length : end)).toString('utf8');
  return headSchema.parse(JSON.parse(line));
}

function draftOf(id: string, { time, file, stamp, name, counts, pending }: Head): Draft {
  return { id, time, file, stamp, name, counts, pending };
}
