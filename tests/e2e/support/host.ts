import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const WEB_HOST = resolve(import.meta.dirname, '../../../out/main/web.js');

export interface WebHost {
  /** Address with its token. */
  readonly url: string;
  readonly stop: () => Promise<void>;
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
    return {
      url,
      stop: async () => {
        if (child.exitCode !== null) return;
        const gone = once(child, 'exit');
        child.kill();
        await gone;
      },
    };
  }
  throw new Error('the web host ended without an address');
}
