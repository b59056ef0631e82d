import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { runNode } from './run.mjs';

const PACKAGE = join(root, 'node_modules', 'electron');
const FAILED = join(root, 'out', '.electron-download-failed');
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
const LIMIT_MS = 120_000;

/** The installed Electron, or null. */
export function findElectron() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(PACKAGE, 'dist');
  const pathFile = join(PACKAGE, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : usualName();
  const path = join(folder, name);
  return existsSync(path) ? path : null;
}

function usualName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/**
 * The installed Electron, downloaded on first use; null when it cannot be had. A failed download is not tried again
 * for a day, so that every start does not wait for it.
 * @param {(line: string) => void} say
 */
export async function getElectron(say) {
  const found = findElectron();
  if (found) return found;
  if (existsSync(FAILED) && Date.now() - statSync(FAILED).mtimeMs < RETRY_AFTER_MS) return null;
  say('Downloading Electron (about 120 MB, two minutes at most; "npm start -- --web" does without it).');
  const { code, output } = await runNode('electron/install.js', [], { quiet: true, timeoutMs: LIMIT_MS });
  if (code === 0) return findElectron();
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(FAILED, output);
  return null;
}
