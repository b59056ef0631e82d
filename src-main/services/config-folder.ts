import { homedir } from 'node:os';
import { join } from 'node:path';

const NAME = 'clusterwright';

/** Where this program keeps its own small files, by the custom of the system. `CLUSTERWRIGHT_CONFIG` wins. */
export function configFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (env['CLUSTERWRIGHT_CONFIG']) return env['CLUSTERWRIGHT_CONFIG'];
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), NAME);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', NAME);
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), NAME);
}
