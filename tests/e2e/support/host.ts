import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const OUT = process.env['CLUSTERWRIGHT_OUT'] ?? resolve(import.meta.dirname, '../../../out');
const WEB_HOST = resolve(OUT, 'main', 'web.js');

export interface WebHost {
  /** Address with its token. */
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** Ends it without a warning, as a crash or a power cut does. */
  readonly kill: () => Promise<void>;
}

/** Starts the built local web host with a home folder of its own. */
export async function startHost(home: string, args: readonly string[] = []): Promise<WebHost> {
  const env = {
    ...process.env,
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: `${home}/.config`,
    APPDATA: `${home}/.config`,
  };
  const child = spawn(process.execPath, [WEB_HOST, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url === undefined) continue;
    const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    };
    return { url, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
  }
  throw new Error('the web host ended without an address');
}
