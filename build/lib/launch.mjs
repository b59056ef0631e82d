import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isRoot } from './browser.mjs';
import { root } from './root.mjs';

/** An end sooner than this after the start is a failure to start. */
const TOO_SOON_MS = 4000;

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
function endOf(child) {
  return new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs the desktop app until its window closes. False when it broke down at once, as it does where the system has no
 * sandbox or no libraries for it.
 * @param {string} electron
 * @param {string | null} file
 */
export async function startElectron(electron, file) {
  const begun = Date.now();
  const child = spawn(electron, [root, ...(file === null ? [] : [file])], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const code = await endOf(child);
  if (code === 0) return true;
  const soon = Date.now() - begun < TOO_SOON_MS;
  if (!soon) process.stderr.write(errors);
  return !soon;
}

/**
 * Starts the local web host. `launched`: a browser will be started with its address, which others can then see in
 * the list of processes; so the address works once, and the host ends when its page is gone.
 * @param {{ file: string | null, port: string, launched: boolean }} options
 * @returns {Promise<{ url: string, ended: Promise<number>, stop: () => void }>}
 */
export async function startWebHost({ file, port, launched }) {
  const child = spawn(
    process.execPath,
    [
      join(root, 'out', 'main', 'web.js'),
      '--port',
      port,
      ...(launched ? ['--once', '--stop-when-idle'] : []),
      ...(file === null ? [] : [file]),
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const stop = () => void child.kill('SIGTERM');
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const ended = endOf(child);
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    void ended.then((code) => reject(new Error(`The local web host ended with code ${code}.`)));
  });
  return { url, ended, stop };
}

/**
 * Shows the address in a window without tabs and waits until it is closed.
 * @param {string} browser
 * @param {string} url
 * @param {string} profile Folder for the browser's own files, used by this window only.
 */
export async function startWindow(browser, url, profile) {
  const args = [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--window-size=1440,900',
  ];
  const begun = Date.now();
  const child = spawn(browser, isRoot() ? [...args, '--no-sandbox'] : args, { stdio: 'ignore' });
  const code = await endOf(child);
  return { failed: code !== 0 && Date.now() - begun < TOO_SOON_MS };
}

/**
 * Hands the address to the system's browser.
 * @param {string} url
 */
export async function openDefaultBrowser(url) {
  /** @type {Record<string, [string, string[]]>} */
  const openers = { win32: ['rundll32', ['url.dll,FileProtocolHandler', url]], darwin: ['open', [url]] };
  const [command, args] = openers[process.platform] ?? ['xdg-open', [url]];
  return (await endOf(spawn(command, args, { stdio: 'ignore' }))) === 0;
}
