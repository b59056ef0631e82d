/* global window */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { chromium, errors } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, preview } from 'vite';
import { findBrowser, isRoot } from '../../../build/lib/browser.mjs';
import { root } from '../../../build/lib/root.mjs';
import { runNode } from '../../../build/lib/run.mjs';
import * as drive from './drive.mjs';

const OUT = join(root, 'out', 'bench-screen');
/** `ours`: without the page we compare with. A number: only that many nodes. */
const WANTED = process.argv.slice(2);
const SIZES = [100, 1000, 5000].filter(
  (size, _, all) => WANTED.includes(`${size}`) || !all.some((other) => WANTED.includes(`${other}`)),
);
/** What takes longer than this on the page we compare with is given up, and that is its row. */
const PATIENCE_MS = 180_000;
const WINDOW = { width: 1440, height: 900 };

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {(line: string) => void} Say */
/** @typedef {{ text: string, graph: { nodes: unknown[], edges: unknown[] } }} Case */

/** @type {Say} */
const print = (line) => void process.stdout.write(`${line}\n`);

/** Builds, drives and measures the page itself in a browser, beside the same graph in @xyflow/svelte. @param {Say} say */
async function measureScreen(say) {
  const executablePath = findBrowser();
  if (!executablePath) return say('Screen: no Chromium, Chrome or Edge was found, so nothing was measured.');
  const cases = await makeCases();
  await buildPages(cases);
  const launch = () =>
    chromium.launch({ executablePath, args: ['--disable-gpu', ...(isRoot() ? ['--no-sandbox'] : [])] });
  const browser = await launch();
  say(`Screen, Chromium ${browser.version()} without a GPU, ${WINDOW.width}x${WINDOW.height}.`);
  say(
    'Frames: median / 95th / worst ms from one frame of the page to the next (16.7: none missed); how many were',
  );
  say(
    'missed; how many the browser counts as dropped on their way to the screen; the 95th of what the main thread',
  );
  say('was busy with for one frame: input, script, style, layout, painting and commit.');
  try {
    await measureOurs(browser, cases, say);
  } finally {
    await browser.close();
  }
  if (!WANTED.includes('ours')) await measureXyflow(launch, cases, say);
}

/** @returns {Promise<Map<number, Case>>} */
async function makeCases() {
  const outDir = join(OUT, 'designs');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'tests/bench/screen/designs.ts',
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'index.mjs' } },
    },
  });
  /** @type {{ screenDesign: (nodes: number) => Case }} */
  const { screenDesign } = await import(pathToFileURL(join(outDir, 'index.mjs')).href);
  return new Map(SIZES.map((nodes) => [nodes, screenDesign(nodes)]));
}

/** @param {Map<number, Case>} cases */
async function buildPages(cases) {
  const { code, output } = await runNode(
    'electron-vite/bin/electron-vite.js',
    ['build', '--outDir', join(OUT, 'app'), '--logLevel', 'error'],
    { quiet: true },
  );
  if (code !== 0) throw new Error(output);
  await build({
    root: join(root, 'tests/bench/screen/xyflow'),
    configFile: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: join(root, 'svelte.config.js') })],
    build: { outDir: join(OUT, 'xyflow'), emptyOutDir: true, target: 'es2022' },
  });
  mkdirSync(join(OUT, 'xyflow'), { recursive: true });
  for (const [nodes, { graph }] of cases) {
    writeFileSync(join(OUT, 'xyflow', `graph-${nodes}.json`), JSON.stringify(graph));
  }
}

/** @param {Browser} browser @param {Map<number, Case>} cases @param {Say} say */
async function measureOurs(browser, cases, say) {
  for (const [nodes, { text, graph }] of cases) {
    say(`\n${nodes} nodes, ${graph.edges.length} cables`);
    const host = await startApp();
    const page = await openPage(browser, host.url);
    await page.getByRole('button').first().waitFor();
    if (nodes === SIZES[0])
      row(say, 'cold start: host and page, until usable', performance.now() - host.started, 1500);
    await drive.settle(page);
    const { drawn, all } = await drive.dropFile(page, text);
    row(say, 'load: text at hand to drawn', drawn, 500);
    row(say, 'load: outline, inspector and lists too', all, null);
    await drive.settle(page);
    await frames(say, 'idle', page, () => page.waitForTimeout(600));
    const counts = [await drive.countElements(page)];
    await frames(say, 'pan, everything in view', page, () => drive.panByHand(page, drive.OURS));
    await frames(say, 'zoom through all levels and back', page, () =>
      drive.zoomInAndOut(page, drive.OURS, 16),
    );
    for (let level = 0; level < 4; level++) {
      await drive.zoom(page, drive.OURS, 3, -1);
      await drive.settle(page);
      counts.push(await drive.countElements(page));
    }
    await drive.showNode(page, 'N00001');
    await frames(say, 'pan among cards, by hand', page, () => drive.panByHand(page, drive.OURS));
    await frames(say, 'pan among cards, by wheel', page, () => drive.panByWheel(page, drive.OURS));
    await drive.showNode(page, 'N00001');
    await frames(say, 'drag a node', page, () => drive.dragNode(page, drive.OURS));
    await drive.settle(page);
    row(say, 'one edit: a name, key to drawn', await drive.renameNode(page), 50);
    say(`  ${'DOM elements, at most'.padEnd(42)}${String(Math.max(...counts)).padStart(8)}   goal <= 3000`);
    await page.context().close();
    await host.stop();
  }
}

/** @param {() => Promise<Browser>} launch @param {Map<number, Case>} cases @param {Say} say */
async function measureXyflow(launch, cases, say) {
  const server = await preview({
    root: join(root, 'tests/bench/screen/xyflow'),
    configFile: false,
    logLevel: 'silent',
    build: { outDir: join(OUT, 'xyflow') },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const address = server.resolvedUrls?.local[0] ?? '';
  for (const [nodes, { graph }] of cases) {
    for (const mode of ['whole', 'culled']) {
      say(
        `\n@xyflow/svelte, ${mode === 'culled' ? 'only what is in view' : 'as it comes'}: ${nodes} nodes, ${graph.edges.length} cables`,
      );
      // A browser for each: one that was given up is still busy, and has a trace under way.
      const browser = await launch();
      const page = await openPage(browser, `${address}#${nodes},${mode}`);
      page.setDefaultTimeout(PATIENCE_MS);
      await page.waitForFunction(() => 'draw' in window);
      await driveXyflow(page, say);
      await browser.close();
    }
  }
  await server.close();
}

/**
 * The rows of one graph. A page that is still busy when our patience ends gets that as its row, and no further ones:
 * whatever came next would wait for the same thing.
 * @param {import('@playwright/test').Page} page @param {Say} say
 */
async function driveXyflow(page, say) {
  /** @type {number[]} */
  const counts = [];
  const { XYFLOW } = drive;
  /** @type {[string, (name: string) => Promise<void>][]} */
  const rows = [
    [
      'load: graph at hand to drawn',
      async (name) => {
        row(say, name, await page.evaluate(() => window['draw']()), null);
        await drive.settle(page);
        counts.push(await drive.countElements(page));
      },
    ],
    ['pan, everything in view', (name) => frames(say, name, page, () => drive.panByHand(page, XYFLOW))],
    ['zoom in and back', (name) => frames(say, name, page, () => drive.zoomInAndOut(page, XYFLOW, 16))],
    [
      'pan among nodes, by hand',
      async (name) => {
        await drive.zoom(page, XYFLOW, 12, -1);
        await drive.settle(page);
        counts.push(await drive.countElements(page));
        await frames(say, name, page, () => drive.panByHand(page, XYFLOW));
      },
    ],
    ['drag a node', (name) => frames(say, name, page, () => drive.dragNode(page, XYFLOW))],
  ];
  for (const [name, measure] of rows) {
    if (await inTime(measure(name))) continue;
    say(`  ${name.padEnd(42)}not done after ${PATIENCE_MS / 60_000} minutes; the rest was not tried`);
    break;
  }
  if (counts.length > 0)
    say(`  ${'DOM elements, at most'.padEnd(42)}${String(Math.max(...counts)).padStart(8)}`);
}

/** False when our patience ended first, or the page broke under it. @param {Promise<void>} work */
async function inTime(work) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const tooLong = new Promise((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE_MS)));
  const done = work.then(
    () => true,
    (/** @type {unknown} */ error) => {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    },
  );
  // What is given up goes on to fail when its page is closed: nobody waits for that.
  done.catch(() => undefined);
  const result = await Promise.race([done, tooLong]);
  clearTimeout(timer);
  return result === true;
}

/** @param {Say} say @param {string} name @param {number} ms @param {number | null} goal */
function row(say, name, ms, goal) {
  const judged = goal === null ? '' : `   goal <= ${goal}${ms <= goal ? '' : '  missed'}`;
  say(`  ${name.padEnd(42)}${ms.toFixed(0).padStart(8)} ms${judged}`);
}

/** @param {Say} say @param {string} name @param {import('@playwright/test').Page} page @param {() => Promise<void>} act */
async function frames(say, name, page, act) {
  const { median, p95, worst, missed, frames, dropped, work } = await drive.framesOf(page, act);
  const parts = [median, p95, worst].map((value) => value.toFixed(1).padStart(6)).join(' / ');
  const lost = `missed ${String(missed).padStart(3)} of ${frames}, dropped ${String(dropped).padStart(3)}`;
  say(`  ${name.padEnd(42)}${parts}   ${lost}, work ${work.toFixed(1).padStart(5)}`);
}

/** @param {Browser} browser @param {string} url */
async function openPage(browser, url) {
  const page = await (await browser.newContext({ viewport: WINDOW })).newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(url);
  return page;
}

/** The built local web host with a home folder of its own. */
async function startApp() {
  const home = mkdtempSync(join(tmpdir(), 'clusterwright-bench-'));
  const started = performance.now();
  const env = {
    ...process.env,
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    APPDATA: home,
  };
  const child = spawn(process.execPath, [join(OUT, 'app', 'main', 'web.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url === undefined) continue;
    const stop = async () => {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(home, { recursive: true, force: true });
    };
    return { url, started, stop };
  }
  throw new Error('the web host ended without an address');
}

await measureScreen(print);
