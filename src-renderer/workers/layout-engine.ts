import ElkApi from 'elkjs/lib/elk-api.js';
import type { LayoutEngine } from '../../shared/layout/index.ts';
import workerUrl from './layout-worker.ts?worker&url';
import { trustedUrl } from './trusted-url.ts';

/** Starts ELK in a worker, so that a large drawing is arranged without holding up the page. */
export function createLayoutEngine(): LayoutEngine {
  const elk = new ElkApi({ workerFactory: () => new Worker(trustedUrl(workerUrl), { type: 'module' }) });
  return { layout: (graph) => elk.layout(graph), stop: () => elk.terminateWorker() };
}
