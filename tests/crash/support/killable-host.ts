import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { HostError, WEB_TOKEN_HEADER, type Transport } from '../../../shared/host/index.ts';
import { OUT, requireBuild } from '../../host/support/build.ts';

/** One call that is under way. */
export interface Pending {
  readonly method: string;
  readonly input: unknown;
  /** The page's own time when it was made. */
  readonly since: number;
  /** Ends with the answer, or with the host. */
  readonly ended: Promise<void>;
}

/** The built web host, which a test ends without a warning, and the transport of a page to it. */
export interface KillableHost {
  readonly transport: Transport;
  readonly pending: ReadonlySet<Pending>;
  /** SIGKILL, and waits until the system has taken the process away. */
  readonly kill: () => Promise<void>;
}

/** Hears what a page asks of its host. */
export interface Ear {
  /** The page's own time. */
  readonly now: () => number;
  readonly onAsked: (method: string, input: unknown) => void;
  /** Answered well. */
  readonly onAnswered: (method: string, input: unknown) => void;
}

/** Starts the host over `home`. */
export async function startKillableHost(home: string, ear: Ear): Promise<KillableHost> {
  requireBuild();
  const env = { ...process.env, HOME: home, USERPROFILE: home, CLUSTERWRIGHT_CONFIG: `${home}/config` };
  const child = spawn(process.execPath, [join(OUT, 'main', 'web.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const url = await firstAddress(child.stdout);
  const { origin, hash } = new URL(url);
  const pending = new Set<Pending>();
  const post = async (path: string, body: unknown, token: string): Promise<unknown> => {
    try {
      const response = await fetch(origin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [WEB_TOKEN_HEADER]: token },
        body: JSON.stringify(body),
      });
      return await response.json();
    } catch {
      // What a page sees when its host is gone.
      throw new HostError('unreachable', 'The host is gone.');
    }
  };
  const { token } = (await post('/session', { key: hash.replace('#key=', '') }, '')) as { token: string };
  const invoke = async (method: string, input: unknown): Promise<unknown> => {
    ear.onAsked(method, input);
    const answered = post('/rpc', { method, input }, token);
    const call: Pending = {
      method,
      input,
      since: ear.now(),
      ended: answered.then(
        () => undefined,
        () => undefined,
      ),
    };
    pending.add(call);
    const reply = await answered.finally(() => pending.delete(call));
    if ((reply as { ok: boolean }).ok) ear.onAnswered(method, input);
    return reply;
  };
  return {
    transport: { invoke, on: () => () => undefined },
    pending,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function firstAddress(out: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: out })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('the host ended before it was ready');
}
