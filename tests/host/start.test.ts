import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WEB_TOKEN_HEADER } from '../../shared/host/index.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'clusterwright-start-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** Runs `npm start` with a display or without one, and gives its lines as they come. */
function start(args: readonly string[], env: NodeJS.ProcessEnv) {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  const child = spawn(process.execPath, ['build/start.mjs', ...args], {
    env: {
      ...rest,
      HOME: home,
      USERPROFILE: home,
      CLUSTERWRIGHT_CONFIG: join(home, '.clusterwright'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    child,
    lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    ended: once(child, 'close'),
  };
}

async function post(address: string, path: string, body: unknown, token = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', [WEB_TOKEN_HEADER]: token };
  return fetch(new URL(path, address), { method: 'POST', headers, body: JSON.stringify(body) });
}

/** The first line that matches. */
async function find(lines: AsyncIterator<string>, pattern: RegExp): Promise<string> {
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
    if (pattern.test(next.value)) return next.value;
  }
  throw new Error(`no line matches ${pattern}`);
}

describe('npm start', () => {
  it('without a display says why, gives the address, opens FILE, and ends when it is told to', async () => {
    const file = join(home, 'named.cwplan');
    await writeFile(file, '{}');
    const { child, lines, ended } = start([file], {});
    expect(await find(lines, /because/)).toContain('there is no display');
    const url = await find(lines, /^http/);
    const key = new URL(url).hash.replace('#key=', '');
    const { token } = (await (await post(url, '/session', { key })).json()) as { token: string };
    const info = (await (await post(url, '/rpc', { method: 'app.info', input: {} }, token)).json()) as {
      value: { openFile: { path: string } };
    };
    expect(info.value.openFile.path).toBe(file);
    child.kill('SIGTERM');
    await ended;
    await expect(post(url, '/session', { key })).rejects.toThrow();
  });

  it('with a browser opens a window of its own, and ends when that is closed', async () => {
    const browser = join(home, 'browser.sh');
    await writeFile(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > '${home}/arguments'\nsleep 5\n`);
    await chmod(browser, 0o755);
    const { lines, ended } = start(['--web'], { DISPLAY: ':99', CLUSTERWRIGHT_BROWSER: browser });
    expect(await find(lines, /because/)).toBe(
      `Opening Clusterwright in a window of ${browser}, because --web was asked for.`,
    );
    expect((await ended)[0]).toBe(0);
    const given = (await readFile(join(home, 'arguments'), 'utf8')).split('\n');
    expect(given[0]).toMatch(/^--app=http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]{43}$/);
    expect(given.some((argument) => argument.startsWith('--user-data-dir='))).toBe(true);
    expect(given.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
  });
});
