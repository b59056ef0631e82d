import { app, Menu, session, type BrowserWindow, type WebContents } from 'electron';
import { join } from 'node:path';
import type { EventName, EventPayload, Handlers } from '../../shared/host/index.ts';
import { createHandlers } from '../handlers.ts';
import { disk } from '../services/disk.ts';
import { createExports } from '../services/export.ts';
import { createFiles } from '../services/files.ts';
import type { Log } from '../services/log.ts';
import { createRecentFiles } from '../services/recent.ts';
import { createTokenStore } from '../services/tokens.ts';
import { APP_VERSION } from '../version.ts';
import { EVENT_CHANNEL } from './channels.ts';
import { createDialogs } from './dialogs.ts';
import { listenToPages } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { servePage } from './page-protocol.ts';
import { hardenSession } from './security.ts';
import { createWindow } from './window.ts';

interface OpenWindow {
  readonly window: BrowserWindow;
  readonly handlers: Handlers;
  readonly openPath: (path: string) => void;
}

/** The desktop app once Electron is ready. */
export interface Desktop {
  /** Shows a design in the window there is, or in a new one. */
  readonly show: (path: string | null) => void;
}

/** `out` is the folder of the built program, `configFolder` that of the user's own small files. */
export function startDesktop(out: string, configFolder: string, log: Log): Desktop {
  const windows = new Map<WebContents, OpenWindow>();
  hardenSession(session.defaultSession);
  servePage(session.defaultSession.protocol, join(out, 'renderer'));
  listenToPages((contents) => windows.get(contents)?.handlers ?? null, log.error);
  const template = menuTemplate(process.platform, (action) => {
    for (const { window } of windows.values())
      if (window.isFocused()) send(window, 'menu.action', { action });
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));

  function open(path: string | null): void {
    const window = createWindow(join(out, 'preload', 'index.cjs'));
    const contents = window.webContents;
    // Each window has tokens of its own: a page can name only files that were chosen in it.
    const tokens = createTokenStore();
    const files = createFiles(disk, tokens);
    const home = app.getPath('documents');
    const handlers = createHandlers({
      host: 'electron',
      version: APP_VERSION,
      platform: process.platform,
      tokens,
      files,
      recent: createRecentFiles(disk, configFolder, log.error),
      exports: createExports(disk, APP_VERSION),
      dialogs: createDialogs(window, home),
      homeFolder: home,
      openPath: path,
      emit: (event, payload) => send(window, event, payload),
    });
    const openPath = (next: string) => send(window, 'file.opened', { file: files.refOf(next) });
    windows.set(contents, { window, handlers, openPath });
    window.on('closed', () => windows.delete(contents));
  }

  return {
    show(path) {
      const [there] = windows.values();
      if (!there) return open(path);
      if (there.window.isMinimized()) there.window.restore();
      there.window.focus();
      if (path !== null) there.openPath(path);
    },
  };
}

function send<E extends EventName>(window: BrowserWindow, event: E, payload: EventPayload<E>): void {
  if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event, payload);
}
