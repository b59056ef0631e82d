import type { ElkNode } from 'elkjs/lib/elk-api.js';

/** Runs ELK over a graph, wherever that is: in a worker of the page, in this process for tests. */
export interface LayoutEngine {
  readonly layout: (graph: ElkNode) => Promise<ElkNode>;
  /** Ends it; what is under way never answers. */
  readonly stop: () => void;
}
export type { ElkNode };
