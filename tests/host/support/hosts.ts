import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createHostClient,
  dispatch,
  WEB_TOKEN_HEADER,
  type FileRef,
  type HostClient,
  type Transport,
} from '../../../shared/host/index.ts';
import { createHandlers } from '../../../src-main/handlers.ts';
import { disk } from '../../../src-main/services/disk.ts';
import { createDrafts } from '../../../src-main/services/drafts.ts';
import { createExports } from '../../../src-main/services/export.ts';
import { createFiles } from '../../../src-main/services/files.ts';
import { createPreferences } from '../../../src-main/services/preferences.ts';
import { createRecentFiles } from '../../../src-main/services/recent.ts';
import { createTokenStore } from '../../../src-main/services/tokens.ts';
import { createVersions } from '../../../src-main/services/versions.ts';
import { APP_VERSION } from '../../../src-main/version.ts';
import { readEvents } from '../../../src-renderer/host/read-events.ts';
import { startHost } from '../../e2e/support/host.ts';
import { requireBuild } from './build.ts';
import { startElectronProcess } from './electron-process.ts';

/** A host as the contract suite sees it, whatever carries its messages. */
export interface HostUnderTest {
  readonly transport: Transport;
  readonly client: HostClient;
  /** A name in the folder of the test, there already or not, as the user would choose it. */
  readonly choose: (name: string) => Promise<FileRef>;
  readonly chooseFolder: () => Promise<FileRef>;
  readonly stop: () => Promise<void>;
}

/** Starts a host over `home`; its files lie in `home/Documents`. */
export type StartHost = (home: string) => Promise<HostUnderTest>;

export const HOSTS: readonly (readonly [name: string, kind: 'electron' | 'web', start: StartHost])[] = [
  ['in memory', 'web', startInMemory],
  ['the built Electron program', 'electron', startElectron],
  ['the built web host', 'web', startWeb],
];

async function startInMemory(home: string): Promise<HostUnderTest> {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const tokens = createTokenStore();
  const config = join(home, '.clusterwright');
  const files = createFiles(disk, tokens, config);
  const folder = await documents(home);
  const handlers = createHandlers({
    host: 'web',
    version: APP_VERSION,
    platform: process.platform,
    tokens,
    files,
    recent: createRecentFiles(disk, config, fail),
    drafts: createDrafts(disk, config, fail),
    versions: createVersions(disk, config, fail),
    preferences: createPreferences(disk, config, fail),
    window: {
      id: 'window-in-memory',
      open: () => null,
      find: () => 'nowhere',
      tell: () => undefined,
      answerClose: () => undefined,
    },
    exports: createExports(disk, APP_VERSION),
    dialogs: null,
    homeFolder: folder,
    openPath: null,
    emit: (event, payload) => listeners.get(event)?.forEach((listener) => listener(payload)),
  });
  const transport: Transport = {
    invoke: (method, input) => dispatch(handlers, method, input, fail),
    on: (event, listener) => subscribe(listeners, event, listener),
  };
  return pageHost(transport, () => Promise.resolve());
}

async function startElectron(home: string): Promise<HostUnderTest> {
  const folder = await documents(home);
  const electron = await startElectronProcess(home);
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  electron.onSent((event, payload) => listeners.get(event)?.forEach((listener) => listener(payload)));
  const transport: Transport = {
    invoke: (method, input) => electron.ask('invoke', { from: 'own', method, input }),
    on: (event, listener) => subscribe(listeners, event, listener),
  };
  const client = createHostClient(transport);
  return {
    transport,
    client,
    choose: async (name) => {
      await electron.ask('answerDialog', { result: { canceled: false, filePath: join(folder, name) } });
      // The dialog of the system has asked whether the file may be replaced; ours asks only about an added ending.
      return must(await client.call('files.chooseSave', { suggestedName: name }));
    },
    chooseFolder: async () => {
      await electron.ask('answerDialog', { result: { canceled: false, filePaths: [folder] } });
      return must(await client.call('files.chooseFolder', {}));
    },
    stop: electron.stop,
  };
}

async function startWeb(home: string): Promise<HostUnderTest> {
  requireBuild();
  await documents(home);
  const host = await startHost(home);
  const { origin, hash } = new URL(host.url);
  const post = (path: string, body: unknown, headers: Record<string, string>) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const { token } = (await (await post('/session', { key: hash.replace('#key=', '') }, {})).json()) as {
    token: string;
  };
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const abort = new AbortController();
  const events = await fetch(`${origin}/events`, {
    headers: { [WEB_TOKEN_HEADER]: token },
    signal: abort.signal,
  });
  const reading = readEvents(events.body!, (event, payload) =>
    listeners.get(event)?.forEach((listener) => listener(payload)),
  );
  const transport: Transport = {
    invoke: async (method, input) =>
      (await post('/rpc', { method, input }, { [WEB_TOKEN_HEADER]: token })).json() as Promise<unknown>,
    on: (event, listener) => subscribe(listeners, event, listener),
  };
  return pageHost(transport, async () => {
    abort.abort();
    await reading.catch(() => undefined);
    await host.stop();
  });
}

/** A host whose page lists folders itself. */
function pageHost(transport: Transport, stop: () => Promise<void>): HostUnderTest {
  const client = createHostClient(transport);
  const first = async () => (await client.call('files.list', { folder: null })).folder;
  return {
    transport,
    client,
    choose: async (name) => (await client.call('files.place', { folder: (await first()).token, name })).file,
    chooseFolder: first,
    stop,
  };
}

function subscribe(
  listeners: Map<string, Set<(payload: unknown) => void>>,
  event: string,
  listener: (payload: unknown) => void,
): () => void {
  const set = listeners.get(event) ?? new Set();
  listeners.set(event, set.add(listener));
  return () => void set.delete(listener);
}

async function documents(home: string): Promise<string> {
  const folder = join(home, 'Documents');
  await mkdir(folder, { recursive: true });
  return folder;
}

function fail(error: unknown): never {
  throw error instanceof Error ? error : new Error(String(error));
}

function must<T>(value: T | null): T {
  if (value === null) throw new Error('the dialog was cancelled');
  return value;
}
