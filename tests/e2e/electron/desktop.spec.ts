import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot } from '../../../build/lib/browser.mjs';
import { findElectron } from '../../../build/lib/electron.mjs';

interface Fixtures {
  readonly desktop: ElectronApplication;
  readonly window: Page;
}

/** The desktop app on the real Electron, with a home folder of its own. */
const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from this pattern
  desktop: async ({}, use) => {
    const executablePath = findElectron();
    if (executablePath === null)
      throw new Error('Electron is not installed; run "npm start" once on a machine that can download it.');
    const home = mkdtempSync(join(tmpdir(), 'clusterwright-electron-'));
    const desktop = await _electron.launch({
      executablePath,
      args: ['.', `--user-data-dir=${join(home, 'profile')}`, ...(isRoot() ? ['--no-sandbox'] : [])],
      env: { ...process.env, HOME: home, USERPROFILE: home, CLUSTERWRIGHT_CONFIG: join(home, 'config') },
    });
    await use(desktop);
    await desktop.close();
    rmSync(home, { recursive: true, force: true });
  },
  window: async ({ desktop }, use) => use(await desktop.firstWindow()),
});

test('the window shows the templates under our own scheme', async ({ window }) => {
  await expect(window.getByRole('heading', { name: 'Templates' })).toBeVisible();
  expect(window.url()).toBe('app://clusterwright/index.html');
});

test('the page has two functions of the host and nothing of Node', async ({ window: page }) => {
  const found = await page.evaluate(() => ({
    bridge: Object.keys((window as unknown as { clusterwright: object }).clusterwright).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
  }));
  expect(found).toEqual({ bridge: ['invoke', 'on'], node: [] });
});

test('the policy stops code made from text and calls to other hosts', async ({ window }) => {
  const outcome = await window.evaluate(async () => {
    let evaluated = true;
    try {
      Reflect.construct(Function, ['return 1']);
    } catch {
      evaluated = false;
    }
    const reached = await fetch('http://127.0.0.1:9/').then(
      () => true,
      () => false,
    );
    return { evaluated, reached };
  });
  expect(outcome).toEqual({ evaluated: false, reached: false });
});

test('the window neither leaves for another page nor opens one', async ({ desktop, window: page }) => {
  await page.evaluate(() => {
    window.open('https://example.com/');
    location.href = 'https://example.com/';
  });
  await expect(page.getByRole('heading', { name: 'Templates' })).toBeVisible();
  expect(page.url()).toBe('app://clusterwright/index.html');
  expect(desktop.windows()).toHaveLength(1);
});
