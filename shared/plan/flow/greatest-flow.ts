import type { FlowGraph } from './graph.ts';
import { EPSILON } from './max-flow.ts';
import { symmetricMaxFlow, type SymmetricFlow } from './symmetry.ts';

/** A greatest flow with the graph whose bundles are shared out as it needs them. */
export interface GreatestFlow extends SymmetricFlow {
  readonly graph: FlowGraph;
}

/** Each round opens one cut more; designs have few. */
const ROUNDS = 12;

/**
 * The greatest flow of a graph with bundles. Frames of one network never reach another, so networks that share a
 * capacity are not one vertex: each has a part, and what one leaves over goes to those that the bottleneck cut holds
 * back, until that gains nothing. No round loses anything, and the flow is one the network can carry. It is the greatest
 * unless networks that are all full would have to give way to each other along different routes.
 */
export function greatestFlow(graph: FlowGraph): GreatestFlow {
  let best: GreatestFlow = { ...symmetricMaxFlow(graph), graph };
  for (let round = 0; round < ROUNDS; round++) {
    const capacity = shareAnew(best);
    if (!capacity) break;
    const next = { ...best.graph, capacity };
    const flow = symmetricMaxFlow(next);
    const gain = flow.rate - best.rate;
    if (gain > -EPSILON) best = { ...flow, graph: next };
    if (gain <= EPSILON) break;
  }
  return best;
}

/** The capacities with what bundles leave over given to their edges in the cut; null when no bundle has any to give. */
function shareAnew({ graph, flow, reached }: GreatestFlow): readonly number[] | null {
  let capacity: number[] | null = null;
  for (const { capacity: whole, edges } of graph.bundles) {
    const tight = edges.filter((edge) => reached[graph.from[edge] ?? 0] && !reached[graph.to[edge] ?? 0]);
    const spare = whole - edges.reduce((sum, edge) => sum + (flow[edge] ?? 0), 0);
    if (tight.length === 0 || tight.length === edges.length || spare <= EPSILON) continue;
    capacity ??= [...graph.capacity];
    for (const edge of edges)
      capacity[edge] = (flow[edge] ?? 0) + (tight.includes(edge) ? spare / tight.length : 0);
  }
  return capacity;
}
