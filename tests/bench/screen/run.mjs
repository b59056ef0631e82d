/* global window */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, preview } from 'vite';
import { findBrowser, isRoot } from '../../../build/lib/browser.mjs';
import { root } from '../../../build/lib/root.mjs';
import { runNode } from '../../../build/lib/run.mjs';
import * as drive from './drive.mjs';

const OUT = join(root, 'out', 'bench-screen');
const SIZES = [100, 1000, 5000];
/** Beyond this the page it is compared with takes minutes. */
const LARGEST_COMPARED = 1000;
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
  const browser = await chromium.launch({
    executablePath,
    args: ['--disable-gpu', ...(isRoot() ? ['--no-sandbox'] : [])],
  });
  say(
    `Screen, ${browser.version()} without a GPU, ${WINDOW.width}x${WINDOW.height}. Frames: median / 95th / worst ms from`,
  );
  say(
    'one to the next at 60 a second (an idle page in the first row), then the 95th of the main thread for one',
  );
  say('frame: input, script, style, layout, painting and commit.');
  try {
    await measureOurs(browser, cases, say);
    await measureXyflow(browser, cases, say);
  } finally {
    await browser.close();
  }
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
    row(say, 'load: text at hand to drawn', await drive.dropFile(page, text), 500);
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

/** @param {Browser} browser @param {Map<number, Case>} cases @param {Say} say */
async function measureXyflow(browser, cases, say) {
  const server = await preview({
    root: join(root, 'tests/bench/screen/xyflow'),
    configFile: false,
    logLevel: 'silent',
    build: { outDir: join(OUT, 'xyflow') },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const address = server.resolvedUrls?.local[0] ?? '';
  for (const [nodes, { graph }] of cases) {
    if (nodes > LARGEST_COMPARED) continue;
    for (const mode of ['whole', 'culled']) {
      say(
        `\n@xyflow/svelte, ${mode === 'culled' ? 'only what is in view' : 'as it comes'}: ${nodes} nodes, ${graph.edges.length} cables`,
      );
      const page = await openPage(browser, `${address}#${nodes},${mode}`);
      await page.waitForFunction(() => 'draw' in window);
      row(say, 'load: graph at hand to drawn', await page.evaluate(() => window['draw']()), null);
      await drive.settle(page);
      const counts = [await drive.countElements(page)];
      await frames(say, 'pan, everything in view', page, () => drive.panByHand(page, drive.XYFLOW));
      await frames(say, 'zoom in and back', page, () => drive.zoomInAndOut(page, drive.XYFLOW, 16));
      await drive.zoom(page, drive.XYFLOW, 12, -1);
      await drive.settle(page);
      counts.push(await drive.countElements(page));
      await frames(say, 'pan among nodes, by hand', page, () => drive.panByHand(page, drive.XYFLOW));
      await frames(say, 'drag a node', page, () => drive.dragNode(page, drive.XYFLOW));
      say(`  ${'DOM elements, at most'.padEnd(42)}${String(Math.max(...counts)).padStart(8)}`);
      await page.context().close();
    }
  }
  await server.close();
}

/** @param {Say} say @param {string} name @param {number} ms @param {number | null} goal */
function row(say, name, ms, goal) {
  const judged = goal === null ? '' : `   goal <= ${goal}${ms <= goal ? '' : '  missed'}`;
  say(`  ${name.padEnd(42)}${ms.toFixed(0).padStart(8)} ms${judged}`);
}

/** @param {Say} say @param {string} name @param {import('@playwright/test').Page} page @param {() => Promise<void>} act */
async function frames(say, name, page, act) {
  const { median, p95, worst, work } = await drive.framesOf(page, act);
  const parts = [median, p95, worst].map((value) => value.toFixed(1).padStart(6)).join(' / ');
  say(`  ${name.padEnd(42)}${parts}   work ${work.toFixed(1).padStart(5)}`);
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
