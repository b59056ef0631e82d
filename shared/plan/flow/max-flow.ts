import { must } from '../../lib/assert.ts';

/** A directed graph with capacities, as parallel lists of edges. A capacity may be `Infinity`. */
export interface Graph {
  readonly vertexCount: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly capacity: readonly number[];
}

export interface MaxFlow {
  readonly rate: number;
  /** Flow on each edge, in the order of the edges. */
  readonly flow: readonly number[];
  /** Vertices that can still be reached from the source: the near side of the minimum cut. */
  readonly reached: readonly boolean[];
}

/** Rates are sums of a few decimal numbers; what is smaller than this is rounding. */
export const EPSILON = 1e-7;

/**
 * Greatest flow from `source` to `sink`, by Dinic's method (levels by breadth-first search, then blocking flows).
 * Every path must have a finite edge.
 */
export function maxFlow(graph: Graph, source: number, sink: number): MaxFlow {
  const search = new Search(graph);
  let rate = 0;
  while (search.level(source)[sink] !== -1) {
    for (let pushed = search.push(source, sink, Infinity); pushed > EPSILON;) {
      rate += pushed;
      pushed = search.push(source, sink, Infinity);
    }
  }
  return {
    rate,
    flow: graph.capacity.map((_, edge) => Math.max(0, search.flowOn(edge))),
    reached: search.levels.map((level) => level !== -1),
  };
}

/** Arcs come in pairs: `2e` is edge `e`, `2e + 1` the way back. */
class Search {
  levels: number[];
  private readonly arcs: number[][];
  private readonly next: number[];
  private readonly head: number[];
  private readonly residual: number[];
  private readonly carried: number[];

  constructor(graph: Graph) {
    const { vertexCount, from, to, capacity } = graph;
    this.levels = new Array<number>(vertexCount).fill(-1);
    this.next = new Array<number>(vertexCount).fill(0);
    this.arcs = Array.from({ length: vertexCount }, () => []);
    this.head = [];
    this.residual = [];
    this.carried = [];
    for (const [edge, start] of from.entries()) {
      const end = must(to[edge], 'end of an edge');
      this.head.push(end, start);
      this.residual.push(must(capacity[edge], 'capacity of an edge'), 0);
      this.carried.push(0);
      this.arcsOf(start).push(2 * edge);
      this.arcsOf(end).push(2 * edge + 1);
    }
  }

  /** Distances from the source over arcs with room. */
  level(source: number): readonly number[] {
    this.levels.fill(-1);
    this.next.fill(0);
    this.levels[source] = 0;
    const queue = [source];
    for (const vertex of queue) {
      const depth = (this.levels[vertex] ?? 0) + 1;
      for (const arc of this.arcsOf(vertex)) {
        const end = this.head[arc] ?? 0;
        if (this.levels[end] !== -1 || (this.residual[arc] ?? 0) <= EPSILON) continue;
        this.levels[end] = depth;
        queue.push(end);
      }
    }
    return this.levels;
  }

  /** Sends what fits, at most `limit`, along one path of rising levels. */
  push(vertex: number, sink: number, limit: number): number {
    if (vertex === sink) return limit;
    const arcs = this.arcsOf(vertex);
    const deeper = (this.levels[vertex] ?? 0) + 1;
    for (let at = this.next[vertex] ?? 0; at < arcs.length; at++) {
      this.next[vertex] = at;
      const arc = arcs[at] ?? 0;
      const end = this.head[arc] ?? 0;
      const room = this.residual[arc] ?? 0;
      if (room <= EPSILON || this.levels[end] !== deeper) continue;
      const pushed = this.push(end, sink, Math.min(limit, room));
      if (pushed <= EPSILON) continue;
      this.move(arc, pushed);
      return pushed;
    }
    this.next[vertex] = arcs.length;
    return 0;
  }

  flowOn(edge: number): number {
    return this.carried[edge] ?? 0;
  }

  private move(arc: number, amount: number): void {
    this.residual[arc] = (this.residual[arc] ?? 0) - amount;
    this.residual[arc ^ 1] = (this.residual[arc ^ 1] ?? 0) + amount;
    const edge = arc >> 1;
    this.carried[edge] = (this.carried[edge] ?? 0) + (arc % 2 === 0 ? amount : -amount);
  }

  private arcsOf(vertex: number): number[] {
    return must(this.arcs[vertex], 'arcs of a vertex');
  }
}
