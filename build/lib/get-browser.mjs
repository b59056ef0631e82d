import { existsSync } from 'node:fs';
import { findBrowser, isRoot } from './browser.mjs';
import { run } from './run.mjs';

/**
 * A browser for the end-to-end tests: an installed one, Playwright's own, or Debian's package where it may be installed.
 * @param {(line: string) => void} say
 */
export async function getBrowser(say) {
  const found = findBrowser();
  if (found !== null) return found;
  if (process.platform === 'linux' && isRoot() && existsSync('/usr/bin/apt-get')) {
    say('No browser was found; installing the package chromium.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { quiet: true, env, timeoutMs: 180_000 });
    const { code, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      quiet: true,
      env,
      timeoutMs: 600_000,
    });
    if (code !== 0) say(output.slice(-2000));
  }
  const browser = findBrowser();
  if (browser === null)
    throw new Error(
      'No Chrome, Edge or Chromium was found; install one, or name it in CLUSTERWRIGHT_BROWSER.',
    );
  return browser;
}
