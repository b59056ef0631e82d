import { pathToFileURL } from 'node:url';

/**
 * Measures the rows of a bundle and prints the table: `node build/lib/measure.mjs <bundle> [words]`. A process of its
 * own, as the program is: what the bundler leaves behind in its own would be swept with every measured run.
 */

/** A row is run until this much time is measured, at least once and at most fifty times. */
const MEASURE_MS = 1500;

/** Before that it is run for this long, at least once: what is measured is compiled, as it is in a program in use. */
const WARM_MS = 500;

/** @typedef {{ name: string, size: string, goalMs: number | null, nodes?: number, prepare: () => () => unknown }} Entry */

/** @typedef {{ nodes: number, ms: number }} Point */

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);

/**
 * The median of several runs after some to warm up, milliseconds.
 * @param {() => unknown} work
 */
async function measure(work) {
  for (const start = performance.now(); ;) {
    await work();
    if (performance.now() - start >= WARM_MS) break;
  }
  /** @type {number[]} */
  const times = [];
  for (let spent = 0; times.length === 0 || (spent < MEASURE_MS && times.length < 50);) {
    const start = performance.now();
    await work();
    const time = performance.now() - start;
    times.push(time);
    spent += time;
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

/**
 * The power of the number of nodes that times grow with, by the straight line nearest to their logarithms.
 * @param {readonly Point[]} points
 */
function growth(points) {
  const logs = points.map(({ nodes, ms }) => ({ x: Math.log(nodes), y: Math.log(ms) }));
  const mean = (/** @type {'x' | 'y'} */ axis) => logs.reduce((sum, log) => sum + log[axis], 0) / logs.length;
  const [x, y] = [mean('x'), mean('y')];
  const rise = logs.reduce((sum, log) => sum + (log.x - x) * (log.y - y), 0);
  return rise / logs.reduce((sum, log) => sum + (log.x - x) ** 2, 0);
}

/** @param {number} ms */
const show = (ms) => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0));

const [bundle = '', ...wanted] = process.argv.slice(2);
/** @type {{ entries: Entry[] }} */
const { entries: all } = await import(pathToFileURL(bundle).href);
const entries = all.filter(({ name, size }) => wanted.every((word) => `${name} ${size}`.includes(word)));
const left = Math.max(4, ...entries.map(({ name }) => name.length));
const middle = Math.max(4, ...entries.map(({ size }) => size.length));
say(`${'what'.padEnd(left)}  ${'size'.padEnd(middle)}  measured ms   goal ms`);
/** @type {Map<string, Point[]>} */
const points = new Map();
for (const { name, size, goalMs, nodes, prepare } of entries) {
  const ms = await measure(prepare());
  if (nodes !== undefined) points.set(name, [...(points.get(name) ?? []), { nodes, ms }]);
  const goal = goalMs === null ? '' : `<= ${goalMs}${ms <= goalMs ? '' : '  missed'}`;
  say(`${name.padEnd(left)}  ${size.padEnd(middle)}  ${show(ms).padStart(11)}   ${goal}`);
}
for (const [name, measured] of points) {
  const [from, to] = [measured[0], measured.at(-1)];
  if (!from || !to || measured.length < 2) continue;
  const power = `n^${growth(measured).toFixed(2)}`;
  say(
    `${name.padEnd(left)}  ${`growth ${from.nodes} -> ${to.nodes} nodes`.padEnd(middle)}  ${power.padStart(11)}   about n^1`,
  );
}
