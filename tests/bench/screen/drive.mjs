/* global document, requestAnimationFrame, DataTransfer, DragEvent, window */

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ median: number, p95: number, worst: number, missed: number, frames: number, dropped: number, work: number }} Frames */
/** @typedef {{ layer_tree_host_id: number, frame_sequence: number, state: string, affects_smoothness: boolean }} FrameReport */
/** @typedef {{ name: string, pid: number, dur?: number, args?: { frame_reporter?: FrameReport } }} TraceEvent */

/**
 * Where a program draws, and how it is panned and zoomed.
 * @typedef {{ surface: string, panButton: 'left' | 'middle', zoomKey: string | null, nodes: string }} Driven
 */

/** @type {Driven} */
export const OURS = {
  surface: '.canvas',
  panButton: 'middle',
  zoomKey: 'Control',
  nodes: '[data-kind=node]',
};
/** @type {Driven} */
export const XYFLOW = {
  surface: '.svelte-flow',
  panButton: 'left',
  zoomKey: null,
  nodes: '.svelte-flow__node',
};

/** One frame of a screen that shows 60 a second, ms. */
const FRAME = 1000 / 60;

/**
 * What is seen while `act` runs. The page asks for every frame there is, so that none goes by unnoticed.
 *
 * `median`, `p95` and `worst`, ms: from one frame of the page to the next, by the time the browser gives the frame
 * itself (the argument of `requestAnimationFrame`), not by when its script came to run. Frames begin at fixed moments,
 * 16.7 ms apart: a page that keeps up has 16.7 throughout, one that misses a frame has 33.3 there, two 50.
 * `missed`: how many of those moments went by without a frame of the page, of `frames` in all.
 * `dropped`: frames that were due on the screen and did not get there in time, as the browser itself counts them for
 * its measure of smoothness (the report it writes for each frame it composes). What comes after the page's own thread
 * counts here too: raster, compositor, display.
 * `work`: the 95th of what the page's main thread was busy with for one frame, ms, by the browser's trace: input,
 * script, style, layout, painting, commit.
 * @param {Page} page @param {() => Promise<void>} act @returns {Promise<Frames>}
 */
export async function framesOf(page, act) {
  const stop = await startTrace(page);
  await page.evaluate(() => {
    /** @type {number[]} */
    const times = [];
    const tick = (/** @type {number} */ time) => {
      times.push(time);
      if (window['frames'] === times) requestAnimationFrame(tick);
    };
    window['frames'] = times;
    requestAnimationFrame(tick);
  });
  await act();
  const times = await page.evaluate(() => {
    const taken = window['frames'];
    window['frames'] = null;
    return /** @type {number[]} */ (taken);
  });
  const events = await stop();
  const deltas = times.slice(1).map((time, i) => time - (times[i] ?? time));
  const steps = deltas.map((delta) => Math.max(1, Math.round(delta / FRAME)));
  const work = events
    .filter(({ name }) => name === 'ProxyMain::BeginMainFrame')
    .map(({ dur }) => (dur ?? 0) / 1000);
  const all = steps.reduce((sum, step) => sum + step, 0);
  return {
    median: share(deltas, 0.5),
    p95: share(deltas, 0.95),
    worst: share(deltas, 1),
    missed: all - steps.length,
    frames: all,
    dropped: countDropped(events),
    work: share(work, 0.95),
  };
}

/**
 * A frame can have several reports: for what the compositor had, and for what the page's thread delivered for it.
 * @param {readonly TraceEvent[]} events
 */
function countDropped(events) {
  /** @type {Set<string>} */
  const dropped = new Set();
  for (const { name, pid, args } of events) {
    const report = name === 'PipelineReporter' ? args?.frame_reporter : undefined;
    if (!report?.affects_smoothness || report.state === 'STATE_PRESENTED_ALL') continue;
    dropped.add(`${pid} ${report.layer_tree_host_id} ${report.frame_sequence}`);
  }
  return dropped.size;
}

/**
 * Records what the browser does until the returned function is called.
 * @param {Page} page @returns {Promise<() => Promise<TraceEvent[]>>}
 */
async function startTrace(page) {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has a browser');
  const session = await browser.newBrowserCDPSession();
  /** @type {TraceEvent[]} */
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(/** @type {any} */ (event));
  });
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'benchmark' });
  return async () => {
    const traced = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await traced;
    await session.detach();
    return events;
  };
}

/** @param {readonly number[]} values @param {number} part */
function share(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** @param {Page} page @param {Driven} driven */
async function middleOf(page, { surface }) {
  const box = await page.locator(surface).first().boundingBox();
  if (!box) throw new Error(`nothing to see of ${surface}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width, height: box.height };
}

/** Drags the drawing there and back. @param {Page} page @param {Driven} driven */
export async function panByHand(page, driven) {
  const { x, y, width, height } = await middleOf(page, driven);
  const reach = { x: width * 0.4, y: height * 0.4 };
  await page.mouse.move(x, y);
  for (const [dx, dy] of [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]) {
    await page.mouse.move(x - dx * reach.x, y - dy * reach.y);
    await page.mouse.down({ button: driven.panButton });
    await page.mouse.move(x + dx * reach.x, y + dy * reach.y, { steps: 40 });
    await page.mouse.up({ button: driven.panButton });
  }
}

/** Rolls over the drawing there and back. @param {Page} page @param {Driven} driven */
export async function panByWheel(page, driven) {
  const { x, y } = await middleOf(page, driven);
  await page.mouse.move(x, y);
  for (let step = 0; step < 160; step++) {
    const back = step >= 80 ? -1 : 1;
    await page.mouse.wheel(30 * back, 18 * back);
  }
}

/** From everything in view to the cards and out again, notch by notch. @param {Page} page @param {Driven} driven @param {number} steps */
export async function zoomInAndOut(page, driven, steps) {
  await zoom(page, driven, steps, -1);
  await zoom(page, driven, steps, 1);
}

/** @param {Page} page @param {Driven} driven @param {number} steps @param {1 | -1} direction */
export async function zoom(page, driven, steps, direction) {
  const { x, y, width, height } = await middleOf(page, driven);
  await page.mouse.move(x - width * 0.12, y - height * 0.12);
  if (driven.zoomKey) await page.keyboard.down(driven.zoomKey);
  for (let step = 0; step < steps; step++) await page.mouse.wheel(0, direction * 32);
  if (driven.zoomKey) await page.keyboard.up(driven.zoomKey);
}

/** Drags the node nearest to the middle in a circle and lets go. @param {Page} page @param {Driven} driven */
export async function dragNode(page, driven) {
  const middle = await middleOf(page, driven);
  const at = await nodeNear(page, driven, middle.x, middle.y);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  for (let step = 1; step <= 90; step++) {
    const angle = (step / 45) * Math.PI;
    await page.mouse.move(at.x + 80 * Math.sin(angle), at.y + 60 * (1 - Math.cos(angle)));
  }
  await page.mouse.up();
}

/** Middle of the node nearest to a point. @param {Page} page @param {Driven} driven @param {number} x @param {number} y */
function nodeNear(page, { nodes }, x, y) {
  return page.evaluate(([selector, x, y]) => {
    /** @type {{ x: number, y: number } | null} */
    let best = null;
    let least = Infinity;
    for (const element of document.querySelectorAll(selector)) {
      const box = element.getBoundingClientRect();
      const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const away = Math.hypot(centre.x - x, centre.y - y);
      if (away < least) [best, least] = [centre, away];
    }
    return best;
  }, /** @type {const} */ ([nodes, x, y]));
}

/** Brings a node into view, by its row in the outline. @param {Page} page @param {string} name */
export async function showNode(page, name) {
  await page.getByRole('tree').getByText(name, { exact: true }).click();
  await settle(page);
}

/** Lets everything that follows a gesture come to its end. @param {Page} page */
export async function settle(page) {
  await page.waitForTimeout(400);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** @param {Page} page @returns {Promise<number>} */
export function countElements(page) {
  return page.evaluate(() => document.getElementsByTagName('*').length);
}

/**
 * Milliseconds from a dropped file (its text at hand) until its drawing is on the screen, whole and sharp, and until
 * the outline, inspector and lists around it are too.
 * @param {Page} page @param {string} text @returns {Promise<{ drawn: number, all: number }>}
 */
export function dropFile(page, text) {
  return page.evaluate(async (text) => {
    // What follows the frame in a task of its own comes after its painting.
    const frame = () =>
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
    const data = new DataTransfer();
    data.items.add(new File([text], 'bench.cwplan'));
    const start = performance.now();
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
    );
    const there = (/** @type {string} */ selector) => document.querySelector(selector) !== null;
    /** @type {number | null} */
    let drawn = null;
    for (;;) {
      const now = await frame();
      if (drawn === null && there('.tiles[data-drawn=true]')) drawn = now - start;
      const filled = there('[role=treeitem]') && there('[data-tour=lists] [role=tabpanel] *');
      if (drawn !== null && filled && there('[data-tour=inspector] *')) return { drawn, all: now - start };
    }
  }, text);
}

/**
 * Milliseconds from the key that ends a new name until the drawing shows it. The node in the middle gets the name.
 * @param {Page} page
 */
export async function renameNode(page) {
  const { x, y } = await middleOf(page, OURS);
  const node = await nodeNear(page, OURS, x, y);
  await page.mouse.click(node.x, node.y);
  const field = page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Name').first();
  /** @type {number[]} */
  const times = [];
  for (let count = 0; count < 5; count++) {
    await field.fill(`Bench ${count}`);
    const time = page.evaluate(
      () =>
        new Promise((resolve) => {
          const tell = (/** @type {KeyboardEvent} */ event) => {
            if (event.key !== 'Enter') return;
            window.removeEventListener('keydown', tell, true);
            const start = performance.now();
            const check = () => {
              const drawn = document.querySelector('.tiles')?.getAttribute('data-drawn') === 'true';
              // What follows the frame comes after its painting.
              if (drawn) setTimeout(() => resolve(performance.now() - start));
              else requestAnimationFrame(check);
            };
            requestAnimationFrame(check);
          };
          window.addEventListener('keydown', tell, true);
        }),
    );
    await settle(page);
    await field.press('Enter');
    times.push(/** @type {number} */ (await time));
    await settle(page);
  }
  return share(times, 0.5);
}
