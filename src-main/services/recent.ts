import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { removeAllLeftovers, writeAtomically } from './atomic-write.ts';
import type { Disk } from './disk.ts';
import { readSmallFile } from './small-file.ts';

/** One file of the list, with what the disk says of it. */
export interface RecentPath {
  readonly path: string;
  readonly pinned: boolean;
  /** ISO time of the last change on disk. */
  readonly modified: string;
}

/** Files opened or saved before. */
export interface RecentFiles {
  /** Pinned ones first, then newest first; files that are gone are left out. */
  readonly list: () => Promise<readonly RecentPath[]>;
  readonly add: (path: string) => Promise<void>;
  readonly pin: (path: string, pinned: boolean) => Promise<void>;
  /** Takes a file off the list. */
  readonly forget: (path: string) => Promise<void>;
}

/** Pinned files come on top of these. */
const KEPT = 20;
/** A network folder that is away may take minutes to say so; the list does not wait for it. */
const PATIENCE_MS = 1500;
const entrySchema = z.strictObject({ path: z.string(), pinned: z.boolean() });
type Entry = z.infer<typeof entrySchema>;
const fileSchema = z.strictObject({ files: z.array(entrySchema) });

/**
 * The list in the program's own folder. It is a convenience: when it cannot be read or written, the reason goes to
 * `onTrouble` and opening or saving goes on.
 */
export function createRecentFiles(
  disk: Disk,
  folder: string,
  onTrouble: (error: unknown) => void,
): RecentFiles {
  const path = join(folder, 'recent.json');
  /** Killed processes leave temporaries of this list and of the preferences beside it. */
  let queue: Promise<unknown> = removeAllLeftovers(disk, folder, folder);

  /** Throws when the file cannot be read now, as when another program holds it: taken for empty, pins would be lost. */
  const load = async (): Promise<readonly Entry[]> =>
    (await readSmallFile(disk, path, fileSchema, onTrouble))?.files ?? [];

  /** One change after the other: two saves at once must not lose an entry. */
  function change(edit: (files: readonly Entry[]) => readonly Entry[]): Promise<void> {
    queue = queue
      .then(async () => {
        const files = capped(edit(await load()));
        await disk.mkdir(folder, { recursive: true });
        await writeAtomically(disk, path, Buffer.from(`${JSON.stringify({ files }, null, 2)}\n`), {
          backup: false,
        });
      })
      .catch(onTrouble);
    return queue.then(() => undefined);
  }

  async function look({ path: file, pinned }: Entry): Promise<RecentPath | null> {
    const stat = await Promise.race([
      disk.stat(file).catch(() => null),
      sleep(PATIENCE_MS, null, { ref: false }),
    ]);
    return stat?.isFile() ? { path: file, pinned, modified: stat.mtime.toISOString() } : null;
  }

  return {
    async list() {
      await queue;
      const known = await load().catch((error: unknown) => {
        onTrouble(error);
        return [];
      });
      const there = (await Promise.all(known.map(look))).filter((entry) => entry !== null);
      return [...there.filter((entry) => entry.pinned), ...there.filter((entry) => !entry.pinned)];
    },
    add: (added) =>
      change((files) => [
        { path: added, pinned: files.some((file) => file.path === added && file.pinned) },
        ...files.filter((file) => file.path !== added),
      ]),
    pin: (wanted, pinned) =>
      change((files) => files.map((file) => (file.path === wanted ? { path: wanted, pinned } : file))),
    forget: (unwanted) => change((files) => files.filter((file) => file.path !== unwanted)),
  };
}

function capped(files: readonly Entry[]): readonly Entry[] {
  let others = 0;
  return files.filter((file) => file.pinned || ++others <= KEPT);
}
