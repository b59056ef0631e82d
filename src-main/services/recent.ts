import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from './atomic-write.ts';
import type { Disk } from './disk.ts';

/** Files opened or saved before. */
export interface RecentFiles {
  /** Newest first; files that are gone are left out. */
  readonly list: () => Promise<readonly string[]>;
  readonly add: (path: string) => Promise<void>;
}

const KEPT = 20;
const fileSchema = z.strictObject({ files: z.array(z.string()) });

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
  let queue: Promise<unknown> = Promise.resolve();

  async function load(): Promise<string[]> {
    try {
      return fileSchema.parse(JSON.parse(await disk.readFile(path, 'utf8'))).files;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) onTrouble(error);
      return [];
    }
  }

  return {
    async list() {
      await queue;
      const files = await load();
      const there = await Promise.all(
        files.map((file) =>
          disk.stat(file).then(
            (stat) => stat.isFile(),
            () => false,
          ),
        ),
      );
      return files.filter((_, index) => there[index]);
    },
    add(added) {
      // One after the other: two saves at once must not lose an entry.
      queue = queue
        .then(async () => {
          const files = [added, ...(await load()).filter((file) => file !== added)].slice(0, KEPT);
          await disk.mkdir(folder, { recursive: true });
          await writeAtomically(disk, path, Buffer.from(`${JSON.stringify({ files }, null, 2)}\n`), {
            backup: false,
          });
        })
        .catch(onTrouble);
      return queue.then(() => undefined);
    },
  };
}
