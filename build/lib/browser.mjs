import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

/** An installed browser of the Chromium family, or null. `CLUSTERWRIGHT_BROWSER` names one outright. */
export function findBrowser() {
  const named = process.env['CLUSTERWRIGHT_BROWSER'];
  if (named) return named;
  return installed().find((path) => existsSync(path)) ?? playwrightBrowser();
}

/** @returns {string[]} */
function installed() {
  if (process.platform === 'darwin') return MAC;
  if (process.platform === 'win32') {
    const roots = [
      process.env['PROGRAMFILES'],
      process.env['PROGRAMFILES(X86)'],
      process.env['LOCALAPPDATA'],
    ];
    return roots.flatMap((folder) => (folder ? WINDOWS.map((path) => join(folder, path)) : []));
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The one Playwright downloaded for itself, or null. */
function playwrightBrowser() {
  const require = createRequire(import.meta.url);
  try {
    const { chromium } = /** @type {typeof import('playwright-core')} */ (require('playwright-core'));
    const path = chromium.executablePath();
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** Whether a window could be shown. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Chromium's own sandbox does not run as root. */
export function isRoot() {
  return process.getuid?.() === 0;
}
