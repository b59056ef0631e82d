import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OUT, requireBuild } from './build.ts';

/** The built desktop program under the stand-in for Electron. */
export interface ElectronProcess {
  readonly ask: <T = unknown>(operation: string, argument?: object) => Promise<T>;
  /** Hears what the program sends to its page: channel, event name, payload. */
  readonly onSent: (listener: (event: string, payload: unknown) => void) => void;
  readonly stop: () => Promise<void>;
}

/** Starts out/main/electron.js with a home folder of its own and waits until its window is open. */
export async function startElectronProcess(
  home: string,
  args: readonly string[] = [],
): Promise<ElectronProcess> {
  requireBuild();
  const register = pathToFileURL(join(import.meta.dirname, 'electron-register.mjs')).href;
  const child = fork(join(OUT, 'main', 'electron.js'), [...args], {
    execArgv: ['--no-warnings', '--import', register],
    env: {
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      CLUSTERWRIGHT_CONFIG: join(home, '.clusterwright'),
    },
    serialization: 'advanced',
  });
  const waiting = new Map<
    number,
    { readonly done: (value: unknown) => void; readonly failed: (error: Error) => void }
  >();
  const listeners: ((event: string, payload: unknown) => void)[] = [];
  child.on(
    'message',
    (message: { id?: number; value?: unknown; error?: string; sent?: [string, string, unknown] }) => {
      if (message.sent) for (const listener of listeners) listener(message.sent[1], message.sent[2]);
      const call = waiting.get(message.id ?? -1);
      if (message.error === undefined) call?.done(message.value);
      else call?.failed(new Error(message.error));
    },
  );
  child.on('exit', (code) => {
    for (const { failed } of waiting.values())
      failed(new Error(`the program ended with code ${code ?? 'none'}`));
  });
  let calls = 0;
  const ask = <T>(operation: string, argument: object = {}): Promise<T> => {
    const id = ++calls;
    return new Promise<T>((done, failed) => {
      waiting.set(id, { done: done as (value: unknown) => void, failed });
      child.send({ id, operation, argument });
    });
  };
  while ((await ask<{ windows: unknown[] }>('state')).windows.length === 0)
    await new Promise((done) => setTimeout(done, 10));
  return {
    ask,
    onSent: (listener) => void listeners.push(listener),
    stop: async () => {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
