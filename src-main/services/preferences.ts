import { join } from 'node:path';
import { preferencesSchema, type Preferences } from '../../shared/host/index.ts';
import { writeAtomically } from './atomic-write.ts';
import type { Disk } from './disk.ts';
import { readSmallFile } from './small-file.ts';

/** What the user chose of the window: theme, widths, the tour. Each start of the web host has a new origin, so the browser forgets. */
export interface PreferenceStore {
  readonly read: () => Promise<Preferences>;
  /** Keeps one choice. Never rejects: a lost width of a panel is not worth a message. */
  readonly write: (name: string, value: string) => Promise<void>;
}

/** Choices kept in the program's own folder. An unreadable file is told to `onTrouble` and begun anew. */
export function createPreferences(
  disk: Disk,
  folder: string,
  onTrouble: (error: unknown) => void,
): PreferenceStore {
  const path = join(folder, 'preferences.json');
  let queue: Promise<unknown> = Promise.resolve();

  /** Throws when the file cannot be read now, as when another program holds it: taken for empty, it would be replaced. */
  const load = async (): Promise<Preferences> =>
    (await readSmallFile(disk, path, preferencesSchema, onTrouble)) ?? {};

  return {
    async read() {
      await queue;
      return load().catch((error: unknown) => {
        onTrouble(error);
        return {};
      });
    },
    write(name, value) {
      // Several windows and several programs write here: read again each time, and touch one choice only.
      queue = queue
        .then(async () => {
          const next = preferencesSchema.parse({ ...(await load()), [name]: value });
          await disk.mkdir(folder, { recursive: true });
          const text = `${JSON.stringify(next, null, 2)}\n`;
          await writeAtomically(disk, path, Buffer.from(text), { backup: false });
        })
        .catch(onTrouble);
      return queue.then(() => undefined);
    },
  };
}
