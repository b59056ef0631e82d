import ElkApi from 'elkjs/lib/elk-api.js';
import type { LayoutEngine } from '../../shared/layout/index.ts';
import workerUrl from './layout-worker.ts?worker&url';

/** Starts ELK in a worker, so that a large drawing is arranged without holding up the page. */
export function createLayoutEngine(): LayoutEngine {
  const elk = new ElkApi({ workerFactory: () => new Worker(trusted(workerUrl), { type: 'module' }) });
  return { layout: (graph) => elk.layout(graph), stop: () => elk.terminateWorker() };
}

interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null;

/** The content security policy lets a worker be started only from an address that was vouched for: this one, which the build wrote. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy('clusterwright-worker', { createScriptURL: (asked) => asked });
  return policy.createScriptURL(url);
}
