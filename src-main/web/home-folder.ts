import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where file dialogs begin: Documents where there is one, else the home folder. */
export async function homeFolder(): Promise<string> {
  const documents = join(homedir(), 'Documents');
  const there = await stat(documents).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  return there ? documents : homedir();
}
