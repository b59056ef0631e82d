import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createHandlers } from '../handlers.ts';
import { configFolder } from '../services/config-folder.ts';
import { disk, errorCode } from '../services/disk.ts';
import { createDrafts } from '../services/drafts.ts';
import { createExports } from '../services/export.ts';
import { createFiles } from '../services/files.ts';
import { createLog } from '../services/log.ts';
import { createPreferences } from '../services/preferences.ts';
import { startBeats } from '../services/process-identity.ts';
import { createRecentFiles } from '../services/recent.ts';
import { createTokenStore } from '../services/tokens.ts';
import { createVersions } from '../services/versions.ts';
import { APP_VERSION } from '../version.ts';
import { createAccess } from './access.ts';
import { createEventStreams } from './event-streams.ts';
import { homeFolder } from './home-folder.ts';
import { createIdleStop } from './idle-stop.ts';
import { createPages } from './pages.ts';
import { startWebServer } from './server.ts';

const IDLE_MS = 20_000;

/** Arguments: `--port N`, `--once` (the address works for one page), `--stop-when-idle`, FILE. Prints the address. */
const { values, positionals } = readArguments();
const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : -1;
if (port < 0 || port > 65_535) refuse(`"${values.port}" is no port; a port is a number from 0 to 65535.`);

const folder = configFolder(process.env, process.platform);
const log = createLog(folder);
const tokens = createTokenStore();
const access = createAccess({ once: values.once });
const stopBeats = await startBeats(disk, folder);
const drafts = createDrafts(disk, folder, log.error);
const shared = {
  host: 'web' as const,
  version: APP_VERSION,
  platform: process.platform,
  tokens,
  files: createFiles(disk, tokens, folder),
  recent: createRecentFiles(disk, folder, log.error),
  drafts,
  versions: createVersions(disk, folder, log.error),
  preferences: createPreferences(disk, folder, log.error),
  exports: createExports(disk, APP_VERSION),
  dialogs: null,
  homeFolder: await homeFolder(),
};
const pages = createPages(
  (window, openPath) =>
    createHandlers({
      ...shared,
      window,
      openPath,
      emit: (event, payload) => events.emit(window.id, event, payload),
    }),
  (path) => `/#key=${access.issueKey(path)}`,
  positionals[0] === undefined ? null : resolve(positionals[0]),
);
const events = createEventStreams({
  onCount: values['stop-when-idle'] ? createIdleStop(IDLE_MS, () => void stop()) : () => undefined,
  onGone(window) {
    pages.gone(window);
    drafts.release(window);
  },
});
const server = await startWebServer(
  {
    pages,
    access,
    events,
    pageRoot: resolve(import.meta.dirname, '..', 'renderer'),
    onBug: log.error,
  },
  port,
).catch((error: unknown) => {
  const why: Readonly<Record<string, string>> = {
    EADDRINUSE: 'another program uses it; choose another one, or none for any that is free',
    EACCES: 'the system keeps it for itself',
  };
  const reason = why[errorCode(error)];
  if (reason === undefined) throw error;
  return refuse(`Port ${port} cannot be used: ${reason}.`);
});

function readArguments() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '0' },
        once: { type: 'boolean', default: false },
        'stop-when-idle': { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** Ends with the code of bad usage and one sentence. */
function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

async function stop(): Promise<void> {
  await server.close();
  await stopBeats();
  process.exit(0);
}

process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
process.stdout.write(`${server.origin}/#key=${access.key}\n`);
