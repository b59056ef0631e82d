import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/**
 * Measures the engine against the goals of the product and prints a table. It judges nothing by its exit code:
 * a slow machine is no fault of the program.
 */

/** Runs until this much time is measured, at least three times and at most fifty. */
const MEASURE_MS = 1500;

/** @typedef {{ name: string, size: string, goalMs: number | null, prepare: () => () => unknown }} Entry */

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);

/**
 * The median of several runs after one to warm up, milliseconds.
 * @param {() => unknown} work
 */
async function measure(work) {
  await work();
  /** @type {number[]} */
  const times = [];
  for (let spent = 0; times.length < 3 || (spent < MEASURE_MS && times.length < 50);) {
    const start = performance.now();
    await work();
    const time = performance.now() - start;
    times.push(time);
    spent += time;
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

/** @param {number} ms */
const show = (ms) => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0));

const root = fileURLToPath(new URL('..', import.meta.url));
/** @type {{ module: { entries: Entry[] } }} */
const { module } = await runnerImport(`${root}tests/bench/index.ts`, {
  root,
  configFile: false,
  logLevel: 'error',
});

const wanted = process.argv.slice(2);
const entries = module.entries.filter(({ name }) => wanted.every((word) => name.includes(word)));
const [names, sizes] = [entries.map(({ name }) => name.length), entries.map(({ size }) => size.length)];
const [left, middle] = [Math.max(4, ...names), Math.max(4, ...sizes)];
say(`${'what'.padEnd(left)}  ${'size'.padEnd(middle)}  measured ms   goal ms`);
for (const { name, size, goalMs, prepare } of entries) {
  const ms = await measure(prepare());
  const goal = goalMs === null ? '' : `<= ${goalMs}${ms <= goalMs ? '' : '  missed'}`;
  say(`${name.padEnd(left)}  ${size.padEnd(middle)}  ${show(ms).padStart(11)}   ${goal}`);
}
