/**
 * Stands in for Electron while the built main process runs under plain Node. It keeps what the program asked of
 * Electron, plays the events of Chromium on demand, and answers dialogs as the test says. Tests talk to it over the
 * channel of the child process (electron-process.ts).
 */
import { EventEmitter } from 'node:events';
import { homedir } from 'node:os';
import { join } from 'node:path';

const OWN_URL = 'app://clusterwright/index.html';

/** @type {Record<string, any>} */
const asked = {
  privileges: [],
  sandboxed: false,
  menu: null,
  external: [],
  shown: 0,
  quits: 0,
  focused: [],
  recentDocuments: [],
};
/** @type {any} */
const set = { ipc: new Map(), protocols: new Map() };
/** @type {any[]} */
const dialogAnswers = [];

let contentsMade = 0;
class WebContents extends EventEmitter {
  constructor() {
    super();
    contentsMade += 1;
    this.id = contentsMade;
    this.mainFrame = { frameTreeNodeId: this.id * 10, url: OWN_URL, parent: null };
  }
  setWindowOpenHandler(handler) {
    this.openHandler = handler;
  }
  send(...message) {
    process.send?.({ sent: [...message, this.id] });
  }
  reload() {
    asked.reloads = (asked.reloads ?? 0) + 1;
  }
}

/** @type {BrowserWindow[]} */
const windows = [];
export class BrowserWindow extends EventEmitter {
  constructor(options) {
    super();
    this.options = options;
    this.webContents = new WebContents();
    windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url) {
    this.url = url;
    setImmediate(() => this.emit('ready-to-show'));
    return Promise.resolve();
  }
  show() {
    asked.shown += 1;
  }
  focus() {
    this.focused = true;
    asked.focused.push(windows.indexOf(this));
  }
  /** Like Electron: whoever listens may keep the window open. */
  close() {
    if (this.destroyed) return;
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (prevented) return;
    this.destroyed = true;
    this.emit('closed');
  }
  restore() {}
  isMinimized() {
    return false;
  }
  isFocused() {
    return true;
  }
  isDestroyed() {
    return this.destroyed === true;
  }
}

class App extends EventEmitter {
  isPackaged = false;
  requestSingleInstanceLock() {
    return process.env['STAND_IN_SECOND'] === undefined;
  }
  enableSandbox() {
    asked.sandboxed = true;
  }
  whenReady() {
    return Promise.resolve();
  }
  getPath(name) {
    return join(homedir(), name);
  }
  /** Asks every window; each may keep itself and the program. */
  quit() {
    asked.quit = true;
    asked.quits += 1;
    this.emit('before-quit');
    for (const window of windows) window.close();
  }
  addRecentDocument(path) {
    asked.recentDocuments.push(path);
  }
}
export const app = new App();

export const powerMonitor = new EventEmitter();

export const ipcMain = { handle: (channel, handler) => set.ipc.set(channel, handler) };
export const protocol = { registerSchemesAsPrivileged: (schemes) => asked.privileges.push(...schemes) };
export const session = {
  defaultSession: {
    protocol: { handle: (scheme, handler) => set.protocols.set(scheme, handler) },
    setPermissionRequestHandler: (handler) => (set.permissionRequest = handler),
    setPermissionCheckHandler: (handler) => (set.permissionCheck = handler),
    setDevicePermissionHandler: (handler) => (set.devicePermission = handler),
    webRequest: { onBeforeRequest: (handler) => (set.beforeRequest = handler) },
  },
};
export const Menu = {
  buildFromTemplate: (template) => template,
  setApplicationMenu: (menu) => (asked.menu = menu),
};
export const shell = { openExternal: (url) => Promise.resolve(asked.external.push(url)) };
const answer = () => Promise.resolve(dialogAnswers.shift());
export const dialog = { showOpenDialog: answer, showSaveDialog: answer, showMessageBox: answer };

/** What a test can ask for. */
const operations = {
  state: () => ({
    ...asked,
    menu: null,
    windows: windows.map(({ options, url, focused, destroyed }) => ({ options, url, focused, destroyed })),
  }),
  menu: () =>
    asked.menu
      .flatMap(({ submenu }) => submenu ?? [])
      .map(({ label, role, accelerator }) => ({ label, role, accelerator })),
  chooseMenu: ({ label }) =>
    asked.menu
      .flatMap(({ submenu }) => submenu ?? [])
      .find((item) => item.label === label)
      .click(),
  invokeFrom: ({ index, method, input }) => {
    const { webContents } = windows[index];
    const event = { sender: webContents, senderFrame: webContents.mainFrame };
    return set.ipc.get('clusterwright:invoke')(event, structuredClone(method), structuredClone(input));
  },
  invoke: ({ from, method, input }) => {
    const handler = set.ipc.get('clusterwright:invoke');
    return handler(senders[from](), structuredClone(method), structuredClone(input));
  },
  channels: () => [...set.ipc.keys()],
  request: async ({ url, method }) => {
    const response = await set.protocols.get('app')(new Request(url, { method }));
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  },
  schemes: () => [...set.protocols.keys()],
  permissions: () => {
    const decided = [];
    set.permissionRequest({}, 'media', (granted) => decided.push(granted));
    return [...decided, set.permissionCheck({}, 'geolocation'), set.devicePermission({})];
  },
  blocks: ({ url }) => {
    let cancelled;
    set.beforeRequest({ url }, ({ cancel }) => (cancelled = cancel));
    return cancelled;
  },
  prevents: ({ event, url }) => {
    let prevented = false;
    windows[0].webContents.emit(event, { url, preventDefault: () => (prevented = true) }, {}, {});
    return prevented;
  },
  opens: ({ url }) => windows[0].webContents.openHandler({ url }),
  answerDialog: ({ result }) => void dialogAnswers.push(result),
  secondInstance: ({ argv, folder }) => void app.emit('second-instance', {}, argv, folder),
  closeWindow: ({ index }) => void windows[index ?? 0].close(),
  quit: () => void app.quit(),
  endSession: ({ index }) => {
    let prevented = false;
    windows[index].emit('query-session-end', { preventDefault: () => (prevented = true) });
    return prevented;
  },
  shutDown: () => {
    let prevented = false;
    powerMonitor.emit('shutdown', { preventDefault: () => (prevented = true) });
    return prevented;
  },
  pageDied: ({ index }) => void windows[index].webContents.emit('render-process-gone', {}, {}),
};

const senders = {
  own: () => ({ sender: windows[0].webContents, senderFrame: windows[0].webContents.mainFrame }),
  'another window': () => {
    const contents = new WebContents();
    return { sender: contents, senderFrame: contents.mainFrame };
  },
  'a frame inside the page': () => ({
    sender: windows[0].webContents,
    senderFrame: { frameTreeNodeId: 99, url: OWN_URL, parent: windows[0].webContents.mainFrame },
  }),
  'no frame': () => ({ sender: windows[0].webContents, senderFrame: null }),
  'a foreign page': () => from('https://example.com/'),
  'a page with our name in front': () => from('app://clusterwright.example/index.html'),
  'a page with our name as user': () => from('app://clusterwright@example/index.html'),
  'a local file': () => from('file:///index.html'),
};

function from(url) {
  const { webContents } = windows[0];
  return { sender: webContents, senderFrame: { ...webContents.mainFrame, url } };
}

process.on('message', async ({ id, operation, argument }) => {
  try {
    process.send?.({ id, value: (await operations[operation](argument)) ?? null });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
});
process.on('disconnect', () => process.exit(0));
