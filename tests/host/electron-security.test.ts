import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENTS, METHODS, MAX_DESIGN_CHARS } from '../../shared/host/index.ts';
import { isOwnUrl, mayOpenExternally } from '../../src-main/electron/origin.ts';
import { OUT } from './support/build.ts';
import { startElectronProcess, type ElectronProcess } from './support/electron-process.ts';

interface Shown {
  readonly options: { readonly webPreferences: Record<string, unknown>; readonly show: boolean };
  readonly url: string;
  readonly focused?: boolean;
}

interface State {
  readonly sandboxed: boolean;
  readonly privileges: readonly { readonly scheme: string; readonly privileges: Record<string, boolean> }[];
  readonly windows: readonly Shown[];
  readonly external: readonly string[];
  readonly shown: number;
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

let home: string;
let electron: ElectronProcess;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'clusterwright-electron-'));
  electron = await startElectronProcess(home);
});
afterAll(async () => {
  await electron.stop();
  await rm(home, { recursive: true, force: true });
});

describe('the window', () => {
  it('is sandboxed, isolated and without Node', async () => {
    const { windows, sandboxed } = await electron.ask<State>('state');
    expect(sandboxed).toBe(true);
    expect(windows).toHaveLength(1);
    expect(windows[0]?.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    expect(windows[0]?.options.webPreferences['preload']).toBe(join(OUT, 'preload', 'index.cjs'));
  });

  it('shows our own page, and only once it can be seen', async () => {
    const { windows, shown } = await electron.ask<State>('state');
    expect(windows[0]?.url).toBe('app://clusterwright/index.html');
    expect(windows[0]?.options.show).toBe(false);
    expect(shown).toBe(1);
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    'does not leave for another page by %s',
    async (event) => {
      for (const url of [
        'https://example.com/',
        'file:///etc/passwd',
        'app://clusterwright.example/',
        'data:text/html,x',
        'about:blank',
      ]) {
        expect(await electron.ask('prevents', { event, url }), url).toBe(true);
      }
      expect(await electron.ask('prevents', { event, url: 'app://clusterwright/index.html' })).toBe(false);
    },
  );

  it('takes in no webview', async () => {
    expect(
      await electron.ask('prevents', { event: 'will-attach-webview', url: 'app://clusterwright/' }),
    ).toBe(true);
  });

  it('opens no further window, and hands only listed https addresses to the system', async () => {
    const listed = 'https://learn.microsoft.com/windows-server/';
    for (const url of [
      'https://example.com/',
      'http://learn.microsoft.com/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'app://clusterwright/',
      listed,
    ]) {
      expect(await electron.ask('opens', { url })).toEqual({ action: 'deny' });
    }
    expect((await electron.ask<State>('state')).external).toEqual([listed]);
  });
});

describe('the session', () => {
  it('grants no permission', async () => {
    expect(await electron.ask('permissions')).toEqual([false, false, false]);
  });

  it.each([
    ['app://clusterwright/assets/index.js', false],
    ['https://example.com/pixel.png', true],
    ['http://127.0.0.1:8080/', true],
    ['file:///etc/passwd', true],
    ['ws://127.0.0.1:9229/', true],
  ])('asked for %s, cancels: %s', async (url, cancelled) => {
    expect(await electron.ask('blocks', { url })).toBe(cancelled);
  });
});

describe('the page protocol', () => {
  it('is a standard, secure scheme of our own', async () => {
    expect(await electron.ask('schemes')).toEqual(['app']);
    const { privileges } = await electron.ask<State>('state');
    expect(privileges).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  it('sends the page with a strict policy', async () => {
    const { status, headers, body } = await electron.ask<Answer>('request', {
      url: 'app://clusterwright/index.html',
      method: 'GET',
    });
    expect(status).toBe(200);
    expect(body).toContain('<div id="app">');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    'app://clusterwright/../../package.json',
    'app://clusterwright/%2e%2e/%2e%2e/package.json',
    'app://clusterwright/..%2f..%2fpackage.json',
    'app://clusterwright/..%5c..%5cpackage.json',
    'app://clusterwright/assets/../../main/electron.js',
    'app://clusterwright//etc/passwd',
    'app://clusterwright/%00',
    'app://clusterwright/%E0%A4%A',
    'app://clusterwright/C:/Windows/win.ini',
    'app://clusterwright/missing.js',
  ])('hands out nothing for %s', async (url) => {
    const { status, body } = await electron.ask<Answer>('request', { url, method: 'GET' });
    expect(status).toBe(404);
    expect(body).toBe('');
  });

  it('answers no other host and no other method', async () => {
    expect(
      (await electron.ask<Answer>('request', { url: 'app://elsewhere/index.html', method: 'GET' })).status,
    ).toBe(403);
    expect(
      (await electron.ask<Answer>('request', { url: 'app://clusterwright/index.html', method: 'POST' }))
        .status,
    ).toBe(403);
  });
});

describe('the gate', () => {
  const invoke = (from: string, method: unknown, input: unknown) =>
    electron.ask<{ ok: boolean; code?: string }>('invoke', { from, method, input });

  it('is the only channel', async () => {
    expect(await electron.ask('channels')).toEqual(['clusterwright:invoke']);
  });

  it('lets our own page in', async () => {
    expect(await invoke('own', 'app.info', {})).toMatchObject({ ok: true, value: { host: 'electron' } });
  });

  it.each([
    'another window',
    'a frame inside the page',
    'no frame',
    'a foreign page',
    'a page with our name in front',
    'a page with our name as user',
    'a local file',
  ])('refuses %s', async (from) => {
    expect(await invoke(from, 'app.info', {})).toMatchObject({ ok: false, code: 'unreachable' });
  });

  it.each([['shell.openExternal'], ['__proto__'], ['toString'], [7], [null], [{ toString: 'app.info' }]])(
    'knows no method %j',
    async (method) => {
      expect(await invoke('own', method, {})).toMatchObject({ ok: false, code: 'unknown-method' });
    },
  );

  it('refuses what is larger than any design, wherever the bulk sits', async () => {
    const bulk = 'x'.repeat(MAX_DESIGN_CHARS / 8);
    const parts = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`part${index}`, [bulk]]));
    expect(await invoke('own', 'files.recent', parts)).toMatchObject({ ok: false, code: 'too-large' });
  });

  it('gives a page no way to list the disk', async () => {
    expect(await invoke('own', 'files.list', { folder: null })).toMatchObject({
      ok: false,
      code: 'not-supported',
    });
  });
});

describe('the menu', () => {
  it('reaches the page as an event', async () => {
    const heard = new Promise((done) => electron.onSent((event, payload) => done({ event, payload })));
    await electron.ask('chooseMenu', { label: 'Save' });
    expect(await heard).toEqual({ event: 'menu.action', payload: { action: 'file.save' } });
  });
});

describe('a second start', () => {
  it('shows its file in the window that is there', async () => {
    const path = join(home, 'second.cwplan');
    await writeFile(path, '{}');
    const heard = new Promise<{ file: { token: string; path: string } }>((done) =>
      electron.onSent((event, payload) => event === 'file.opened' && done(payload as never)),
    );
    await electron.ask('secondInstance', {
      argv: ['electron', '--some-switch', '.', 'second.cwplan'],
      folder: home,
    });
    const { file } = await heard;
    expect(file.path).toBe(path);
    expect(
      await electron.ask('invoke', { from: 'own', method: 'files.read', input: { file: file.token } }),
    ).toMatchObject({ ok: true });
    expect((await electron.ask<State>('state')).windows).toHaveLength(1);
  });
});

describe('addresses', () => {
  it.each([
    ['app://clusterwright/index.html', true],
    ['app://clusterwright.example/', false],
    ['app://user@clusterwright/', false],
    ['https://clusterwright/', false],
    ['not an address', false],
  ])('%s is ours: %s', (url, ours) => {
    expect(isOwnUrl(url)).toBe(ours);
  });

  it.each([
    ['https://github.com/MicrosoftDocs', true],
    ['https://github.com.example/', false],
    ['https://github.com:8443/', false],
    ['https://user:secret@github.com/', false],
    ['http://github.com/', false],
  ])('%s may go to the system: %s', (url, may) => {
    expect(mayOpenExternally(url)).toBe(may);
  });
});

describe('the preload script', () => {
  it('hands out calls and events of the contract, and nothing else', async () => {
    const code = await readFile(join(OUT, 'preload', 'index.cjs'), 'utf8');
    const invoked: unknown[] = [];
    let relay: ((event: unknown, name: string, payload: unknown) => void) | null = null;
    let bridge: Record<string, (...given: unknown[]) => unknown> = {};
    const fake = {
      contextBridge: {
        exposeInMainWorld: (name: string, api: typeof bridge) =>
          void (expect(name).toBe('clusterwright'), (bridge = api)),
      },
      ipcRenderer: {
        invoke: (...given: unknown[]) => (invoked.push(given), Promise.resolve('answer')),
        on: (_: string, listener: NonNullable<typeof relay>) => void (relay = listener),
        off: () => void (relay = null),
      },
    };
    const required: string[] = [];
    const given = { ...fake, webUtils: { getPathForFile: () => '/dropped.cwplan' } };
    // The way Electron runs a sandboxed preload script: CommonJS with a require that knows `electron` only.
    const run = compileFunction(code, ['require', 'exports']) as (
      require: (name: string) => unknown,
      exports: object,
    ) => void;
    run((name) => (required.push(name), given), {});
    expect(required).toEqual(['electron']);
    expect(Object.keys(bridge).sort()).toEqual(['invoke', 'on']);

    for (const method of Object.keys(METHODS)) expect(await bridge['invoke']?.(method, {})).toBe('answer');
    expect(invoked).toHaveLength(Object.keys(METHODS).length);
    // The path of a dropped file comes from Electron, whatever the page hands in.
    expect(invoked).toContainEqual(['clusterwright:invoke', 'files.dropped', { path: '/dropped.cwplan' }]);
    await expect(bridge['invoke']?.('shell.openExternal', {})).rejects.toThrow();
    expect(() => bridge['on']?.('ipc-message', () => undefined)).toThrow();

    const heard: unknown[][] = [];
    const [event] = Object.keys(EVENTS);
    const stop = bridge['on']?.(event, (...given: unknown[]) => heard.push(given)) as () => void;
    relay!({ sender: 'secret' }, event!, { text: 1 });
    relay!({ sender: 'secret' }, 'another', { text: 2 });
    expect(heard).toEqual([[{ text: 1 }]]);
    stop();
    expect(relay).toBeNull();
  });
});
