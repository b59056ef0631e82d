import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser, hasDisplay, isRoot } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build-output.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { getElectron } from './lib/electron.mjs';
import { openDefaultBrowser, startElectron, startWebHost, startWindow } from './lib/launch.mjs';

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);

const { values, positionals } = readArguments();
const file = positionals[0] === undefined ? null : resolve(process.env['INIT_CWD'] ?? '.', positionals[0]);

if (values.help) {
  say(`npm start [-- [--web] [--no-open] [--port N] [FILE]]

  --web       use the local web host even where Electron is installed
  --no-open   start the local web host and only print its address
  --port N    port of the local web host (default: a free one)
  FILE        open this design`);
} else {
  try {
    await start();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

async function start() {
  await ensureDependencies(say);
  await ensureBuilt(say);
  const reason = await tryElectron();
  if (reason !== null) await startWeb(reason);
}

/** Starts the desktop app; returns why the web host is to be used when it is not. */
async function tryElectron() {
  if (values['no-open']) return '--no-open was asked for';
  if (values.web) return '--web was asked for';
  if (!hasDisplay()) return 'there is no display';
  if (isRoot()) return "Electron's sandbox does not run as root";
  const electron = await getElectron(say);
  if (electron === null) return 'Electron is not installed and could not be downloaded';
  say('Opening Clusterwright in Electron.');
  const started = await startElectron(electron, file);
  return started ? null : 'Electron could not start on this machine';
}

/** @param {string} reason */
async function startWeb(reason) {
  const browser = values['no-open'] || !hasDisplay() ? null : findBrowser();
  const open = !values['no-open'] && hasDisplay();
  const host = await startWebHost({ file, port: values.port, launched: open });
  if (!open) {
    say(
      `Clusterwright runs in the local web host, because ${reason}. Open this address in a browser on this machine; Ctrl+C stops it:`,
    );
    say(host.url);
    await host.ended;
    return;
  }
  if (browser === null) {
    say(
      `Opening Clusterwright in the default browser, because ${reason} and no Chrome, Edge or Chromium was found.`,
    );
    if (!(await openDefaultBrowser(host.url))) say(`No browser could be started. Open ${host.url}`);
    await host.ended;
    return;
  }
  say(`Opening Clusterwright in a window of ${browser}, because ${reason}.`);
  const profile = mkdtempSync(join(tmpdir(), 'clusterwright-'));
  const ended = await startWindow(browser, host.url, profile);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  if (ended.failed) {
    say(
      `The window could not be opened. Open this address in a browser; Ctrl+C stops Clusterwright:\n${host.url}`,
    );
    await host.ended;
    return;
  }
  host.stop();
  await host.ended;
}

/** The command line; an option nobody knows ends the program with a sentence. */
function readArguments() {
  try {
    return parseArgs({
      options: {
        web: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        help: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ')[0] : String(error);
    process.stderr.write(`${why}. "npm start -- --help" lists the options.\n`);
    process.exit(2);
  }
}
