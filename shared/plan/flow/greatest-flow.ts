import { must } from '../../lib/assert.ts';
import { SINK, SOURCE, type FlowGraph } from './graph.ts';
import { EPSILON } from './max-flow.ts';
import { maximise, type Row } from './program.ts';
import { mergeColours, refineColours, symmetricMaxFlow, type SymmetricFlow } from './symmetry.ts';

/** A greatest flow with the graph whose bundles are shared out as it needs them. */
export interface GreatestFlow extends SymmetricFlow {
  readonly graph: FlowGraph;
}

/** Each round opens one cut more; designs have few. */
const ROUNDS = 12;

/**
 * The greatest flow of a graph with bundles. Frames of one network never reach another, so networks that share a
 * capacity are not one vertex: each has a part of it. What one leaves over goes to those that the bottleneck cut holds
 * back, until that gains nothing; no round loses anything. Seldom that is less than if each had the whole, because
 * networks would have to give way to each other along different routes: then a linear program says who gets what.
 */
export function greatestFlow(graph: FlowGraph): GreatestFlow {
  let best: GreatestFlow = { ...symmetricMaxFlow(graph), graph };
  for (let round = 0; round < ROUNDS && !isGreatest(best); round++) {
    const capacity = passOn(best);
    if (!capacity) break;
    const next = withCapacity(best, capacity);
    const gain = next.rate - best.rate;
    if (gain > -EPSILON) best = next;
    if (gain <= EPSILON) break;
  }
  if (isGreatest(best)) return best;
  if (withCapacity(best, wholes(graph)).rate - best.rate <= EPSILON * 10) return best;
  const shares = programShares(graph);
  const shared = shares ? withCapacity(best, shares) : best;
  return shared.rate > best.rate ? shared : best;
}

/** True when the bundles in the bottleneck cut have no more than their edges there: however shared out, nothing passes it. */
function isGreatest({ graph, reached }: GreatestFlow): boolean {
  return graph.bundles.every(({ capacity: whole, edges }) => {
    let [tight, part] = [0, 0];
    for (const edge of edges) {
      if (!reached[graph.from[edge] ?? 0] || reached[graph.to[edge] ?? 0]) continue;
      tight += 1;
      part += graph.capacity[edge] ?? 0;
    }
    return tight === 0 || whole - part <= EPSILON;
  });
}

function withCapacity({ graph }: GreatestFlow, capacity: readonly number[]): GreatestFlow {
  const next = { ...graph, capacity };
  return { ...symmetricMaxFlow(next), graph: next };
}

/** The capacities with what bundles leave over given to their edges in the cut; null when there is nothing to give. */
function passOn({ graph, flow, reached }: GreatestFlow): readonly number[] | null {
  const capacity = [...graph.capacity];
  let given = false;
  for (const { capacity: whole, edges } of graph.bundles) {
    const tight = edges.filter((edge) => reached[graph.from[edge] ?? 0] && !reached[graph.to[edge] ?? 0]);
    const spare = whole - edges.reduce((sum, edge) => sum + (flow[edge] ?? 0), 0);
    if (tight.length === 0 || tight.length === edges.length || spare <= EPSILON) continue;
    given = true;
    for (const edge of edges)
      capacity[edge] = (flow[edge] ?? 0) + (tight.includes(edge) ? spare / tight.length : 0);
  }
  return given ? capacity : null;
}

/** Every edge with all that its bundle has: more than there is. */
function wholes(graph: FlowGraph): readonly number[] {
  const capacity = [...graph.capacity];
  for (const { capacity: whole, edges } of graph.bundles) for (const edge of edges) capacity[edge] = whole;
  return capacity;
}

/** A program of more edges than this takes too long; irregular designs of hundreds of nodes keep the careful flow. */
const MOST_EDGES = 250;

/**
 * The parts of the bundles in a flow that is really the greatest: no more leaves a vertex than enters it, no edge and
 * no bundle moves more than it can. Equals are merged as they are for a plain flow; null for too large a graph.
 */
function programShares(graph: FlowGraph): readonly number[] | null {
  const colours = refineColours(graph);
  const { graph: small, edgeOf } = mergeColours(graph, colours);
  if (small.from.length > MOST_EDGES) return null;
  const merged = mergeBundles(graph, edgeOf);
  const flow = maximise(
    small.from.map(
      (_, edge) => (small.to[edge] === colours[SINK] ? 1 : 0) - (small.from[edge] === colours[SINK] ? 1 : 0),
    ),
    [
      ...vertexRows(small, [must(colours[SOURCE], 'source'), must(colours[SINK], 'sink')]),
      ...small.capacity.flatMap((limit, edge): Row[] =>
        limit === Infinity || merged.some(({ edges }) => edges.includes(edge))
          ? []
          : [{ weights: new Map([[edge, 1]]), limit }],
      ),
      ...merged.map(({ edges, capacity }) => ({
        weights: new Map(edges.map((edge) => [edge, 1])),
        limit: capacity,
      })),
    ],
  );
  const capacity = [...graph.capacity];
  for (const { capacity: whole, edges } of graph.bundles) {
    const all = merged.find((bundle) => bundle.key === keyOf(edges, edgeOf));
    for (const edge of edges) {
      // Edges of one bundle that are alike are one merged edge, and have equal parts of it.
      const alike = edges.filter((other) => edgeOf[other] === edgeOf[edge]).length;
      const part = (flow[edgeOf[edge] ?? -1] ?? 0) * (whole / (all?.capacity ?? whole));
      capacity[edge] = part / alike;
    }
  }
  return capacity;
}

function vertexRows(
  small: { readonly from: readonly number[]; readonly to: readonly number[] },
  ends: readonly number[],
): Row[] {
  const weights = new Map<number, Map<number, number>>();
  const at = (vertex: number) => {
    const row = weights.get(vertex) ?? new Map<number, number>();
    weights.set(vertex, row);
    return row;
  };
  small.from.forEach((from, edge) => at(from).set(edge, 1));
  small.to.forEach((to, edge) => at(to).set(edge, -1));
  return [...weights].flatMap(([vertex, row]) => (ends.includes(vertex) ? [] : [{ weights: row, limit: 0 }]));
}

interface MergedBundle {
  readonly key: string;
  readonly edges: readonly number[];
  capacity: number;
}

/** Bundles over the same merged edges are one. */
function mergeBundles({ bundles }: FlowGraph, edgeOf: readonly number[]): MergedBundle[] {
  const merged = new Map<string, MergedBundle>();
  for (const { capacity, edges } of bundles) {
    const key = keyOf(edges, edgeOf);
    const known = merged.get(key);
    if (known) known.capacity += capacity;
    else merged.set(key, { key, capacity, edges: key.split(' ').map(Number) });
  }
  return [...merged.values()];
}

function keyOf(edges: readonly number[], edgeOf: readonly number[]): string {
  const places = new Set(edges.map((edge) => edgeOf[edge] ?? -1));
  return [...places].sort((a, b) => a - b).join(' ');
}
