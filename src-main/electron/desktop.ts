import { app, Menu, session } from 'electron';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { EventName, EventPayload } from '../../shared/host/index.ts';
import { createHandlers, type ShownDocument, type WindowHost } from '../handlers.ts';
import { disk } from '../services/disk.ts';
import { createDrafts } from '../services/drafts.ts';
import { createExports } from '../services/export.ts';
import { createFiles } from '../services/files.ts';
import type { Log } from '../services/log.ts';
import { createPreferences } from '../services/preferences.ts';
import { startBeats } from '../services/process-identity.ts';
import { createRecentFiles } from '../services/recent.ts';
import { createTokenStore } from '../services/tokens.ts';
import { createVersions } from '../services/versions.ts';
import { APP_VERSION } from '../version.ts';
import { EVENT_CHANNEL } from './channels.ts';
import { createClosing } from './closing.ts';
import { createDialogs } from './dialogs.ts';
import { listenToPages } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { OpenWindows, raise, type OpenWindow } from './open-windows.ts';
import { servePage } from './page-protocol.ts';
import { hardenSession } from './security.ts';
import { createWindow } from './window.ts';

/** The desktop app once Electron is ready. */
export interface Desktop {
  /** Shows a design: in the window that has it, in an empty one, or in a new one. Without a path, any window. */
  readonly show: (path: string | null) => void;
}

/** `out` is the folder of the built program, `configFolder` that of the user's own small files. */
export function startDesktop(out: string, configFolder: string, log: Log): Desktop {
  const windows = new OpenWindows();
  const closing = createClosing(windows);
  const home = app.getPath('documents');
  const shared = {
    host: 'electron' as const,
    version: APP_VERSION,
    platform: process.platform,
    recent: createRecentFiles(disk, configFolder, log.error),
    drafts: createDrafts(disk, configFolder, log.error),
    versions: createVersions(disk, configFolder, log.error),
    preferences: createPreferences(disk, configFolder, log.error),
    exports: createExports(disk, APP_VERSION),
    homeFolder: home,
  };
  const beats = startBeats(disk, configFolder);
  app.on('will-quit', () => void beats.then((stop) => stop()));
  hardenSession(session.defaultSession);
  servePage(session.defaultSession.protocol, join(out, 'renderer'));
  listenToPages((contents) => windows.of(contents)?.handlers ?? null, log.error);
  const template = menuTemplate(process.platform, (action) => {
    for (const entry of windows.all) if (entry.window.isFocused()) send(entry, 'menu.action', { action });
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));

  function open(path: string | null): void {
    const window = createWindow(join(out, 'preload', 'index.cjs'));
    const contents = window.webContents;
    // Each window has tokens of its own: a page can name only files that were chosen in it.
    const tokens = createTokenStore();
    const files = createFiles(disk, tokens, configFolder);
    const id = randomUUID();
    const host: WindowHost = {
      id,
      open(next) {
        open(next);
        return null;
      },
      find(wanted) {
        const other = windows.showing(wanted);
        if (!other || other === entry) return 'nowhere';
        raise(other);
        return 'raised';
      },
      tell: (shown) => tell(entry, shown),
      answerClose: (leave) => closing.answer(entry, leave),
    };
    const handlers = createHandlers({
      ...shared,
      tokens,
      files,
      dialogs: createDialogs(window, home),
      openPath: path,
      window: host,
      emit: (event, payload) => send(entry, event, payload),
    });
    const entry: OpenWindow = {
      window,
      handlers,
      openPath: (next) => send(entry, 'file.opened', { file: files.refOf(next) }),
      shown: { path, hasDocument: path !== null, dirty: false },
      mayClose: false,
    };
    windows.add(entry);
    // First of all who listen: a quit that goes on counts the windows that are left.
    window.on('closed', () => {
      windows.remove(contents);
      shared.drafts.release(id);
    });
    closing.watch(entry, (reason) => send(entry, 'window.closing', { reason }));
    contents.on('render-process-gone', () => {
      // What the page drew is in its draft; a new page in the same window offers it.
      shared.drafts.release(id);
      entry.shown = { path: null, hasDocument: false, dirty: false };
      if (!window.isDestroyed()) contents.reload();
    });
  }

  return {
    show(path) {
      const there = path === null ? windows.all[0] : (windows.showing(path) ?? windows.empty);
      if (!there) return open(path);
      raise(there);
      if (path !== null && there.shown.path !== path) there.openPath(path);
    },
  };
}

/** Takes in what a page says it shows: for the frame of the window and the recent files of the system. */
function tell(entry: OpenWindow, shown: ShownDocument): void {
  const before = entry.shown.path;
  entry.shown = shown;
  if (shown.path !== null && shown.path !== before) app.addRecentDocument(shown.path);
  if (process.platform !== 'darwin') return;
  entry.window.setDocumentEdited(shown.dirty);
  entry.window.setRepresentedFilename(shown.path ?? '');
}

function send<E extends EventName>({ window }: OpenWindow, event: E, payload: EventPayload<E>): void {
  if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event, payload);
}
