import { join } from 'node:path';
import { preferencesSchema, type Preferences } from '../../shared/host/index.ts';
import { writeAtomically } from './atomic-write.ts';
import { errorCode, type Disk } from './disk.ts';

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

  async function load(): Promise<Preferences> {
    try {
      return preferencesSchema.parse(JSON.parse(await disk.readFile(path, 'utf8')));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') onTrouble(error);
      return {};
    }
  }

  return {
    async read() {
      await queue;
      return load();
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
