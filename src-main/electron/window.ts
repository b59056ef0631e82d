import { BrowserWindow } from 'electron';
import { PAGE_URL } from './origin.ts';
import { WEB_PREFERENCES } from './security.ts';

/** A window with the page in it, shown once there is something to see. */
export function createWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 600,
    show: false,
    webPreferences: { ...WEB_PREFERENCES, preload },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(PAGE_URL);
  return window;
}
