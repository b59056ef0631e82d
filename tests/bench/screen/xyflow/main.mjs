/* global document, location, requestAnimationFrame, window */
import { mount } from 'svelte';
import '@xyflow/svelte/dist/style.css';
import Flow from './Flow.svelte';

/** Draws `graph.json` beside the page when told to; the time until its first painted frame is in the result. */
const graph = await (await fetch(`graph-${location.hash.slice(1).split(',')[0]}.json`)).json();
const culled = location.hash.endsWith('culled');

window['draw'] = async () => {
  const start = performance.now();
  mount(Flow, { target: document.body, props: { graph, culled } });
  // Node sizes are measured and edges follow in later frames: drawn is when nothing is added any more.
  let count = -1;
  let same = 0;
  let last = start;
  while (same < 3) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = document.getElementsByTagName('*').length;
    same = now === count && now > 50 ? same + 1 : 0;
    if (same === 0) last = performance.now();
    count = now;
  }
  return last - start;
};
