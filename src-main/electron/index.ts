import { app } from 'electron';
import { dirname } from 'node:path';
import { configFolder } from '../services/config-folder.ts';
import { createLog } from '../services/log.ts';
import { designArgument } from './design-argument.ts';
import { startDesktop } from './desktop.ts';
import { registerPageScheme } from './page-protocol.ts';
import { hardenApp } from './security.ts';

const config = configFolder(process.env, process.platform);
const log = createLog(config);

if (app.requestSingleInstanceLock()) {
  hardenApp();
  registerPageScheme();
  start();
} else {
  // The instance that runs already was told our arguments and shows the file.
  app.quit();
}

function start(): void {
  let asked = designArgument(process.argv, process.cwd());
  let show = (path: string | null): void => void (asked = path ?? asked);
  // macOS tells of a double-clicked file by an event, which may come before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    show(path);
  });
  app.on('second-instance', (_, argv, folder) => show(designArgument(argv, folder)));
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => {
    const desktop = startDesktop(dirname(import.meta.dirname), config, log);
    show = desktop.show;
    show(asked);
  });
}
