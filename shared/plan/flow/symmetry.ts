import { must } from '../../lib/assert.ts';
import { maxFlow, type Graph } from './max-flow.ts';

/**
 * Clusters are full of equals. Colour refinement finds vertices that see the same capacities towards the same
 * colours; a maximum flow may treat such vertices alike (average it over the class), so it is enough to solve
 * the small graph of colours, with the capacities between two colours added up.
 */

export interface SymmetricFlow {
  readonly rate: number;
  /** Flow on each edge when equals are treated alike. */
  readonly flow: readonly number[];
  /** Near side of the minimum cut, by vertex. */
  readonly reached: readonly boolean[];
  /** Colour of each vertex: the same for vertices that cannot be told apart. */
  readonly colours: readonly number[];
}

/** Greatest flow from vertex 0 to vertex 1. */
export function symmetricMaxFlow(graph: Graph): SymmetricFlow {
  const colours = refineColours(graph);
  const small = mergeColours(graph, colours);
  const solved = maxFlow(small.graph, must(colours[0], 'source'), must(colours[1], 'sink'));
  return {
    rate: solved.rate,
    flow: graph.capacity.map((capacity, edge) => {
      const merged = small.edgeOf[edge] ?? -1;
      const whole = small.graph.capacity[merged] ?? 0;
      if (merged < 0 || whole === 0) return 0;
      const part = whole === Infinity ? 1 / (small.counts[merged] ?? 1) : capacity / whole;
      return (solved.flow[merged] ?? 0) * part;
    }),
    reached: colours.map((colour) => solved.reached[colour] ?? false),
    colours,
  };
}

/** The coarsest colouring that is stable; source and sink keep colours of their own. */
export function refineColours(graph: Graph): readonly number[] {
  const sights = listSights(graph);
  let colours: readonly number[] = Array.from({ length: graph.vertexCount }, (_, vertex) =>
    Math.min(vertex, 2),
  );
  for (let count = new Set(colours).size; ;) {
    const refined = splitColours(sights, colours);
    if (refined.count === count) return refined.colours;
    ({ count, colours } = refined);
  }
}

/** What a vertex sees along one edge: the far vertex, and a number for capacity and direction. */
interface Sights {
  readonly far: readonly (readonly number[])[];
  readonly label: readonly (readonly number[])[];
  readonly labels: number;
}

function listSights({ vertexCount, from, to, capacity }: Graph): Sights {
  const far: number[][] = Array.from({ length: vertexCount }, () => []);
  const label: number[][] = Array.from({ length: vertexCount }, () => []);
  const kinds = new Map<number, number>();
  const see = (vertex: number, other: number, kind: number) => {
    far[vertex]?.push(other);
    label[vertex]?.push(kind);
  };
  for (const [edge, start] of from.entries()) {
    const end = must(to[edge], 'end of an edge');
    const size = must(capacity[edge], 'capacity of an edge');
    const kind = kinds.get(size) ?? kinds.size;
    kinds.set(size, kind);
    see(start, end, 2 * kind);
    see(end, start, 2 * kind + 1);
  }
  return { far, label, labels: 2 * kinds.size };
}

function splitColours(
  { far, label, labels }: Sights,
  colours: readonly number[],
): { readonly colours: readonly number[]; readonly count: number } {
  const numbers = new Map<string, number>();
  const next = colours.map((colour, vertex) => {
    const seen = (far[vertex] ?? []).map(
      (other, i) => (colours[other] ?? 0) * labels + (label[vertex]?.[i] ?? 0),
    );
    const key = `${colour}:${seen.sort((a, b) => a - b).join()}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  return { colours: next, count: numbers.size };
}

interface Merged {
  readonly graph: Graph;
  /** Merged edge of each edge; -1 inside one colour, where a flow would only go in circles. */
  readonly edgeOf: readonly number[];
  /** How many edges each merged one stands for. */
  readonly counts: readonly number[];
}

function mergeColours(graph: Graph, colours: readonly number[]): Merged {
  const vertexCount = Math.max(...colours) + 1;
  const found = new Map<number, number>();
  const [from, to, capacity, counts]: [number[], number[], number[], number[]] = [[], [], [], []];
  const edgeOf = graph.from.map((start, edge) => {
    const a = must(colours[start], 'colour');
    const b = must(colours[must(graph.to[edge], 'end of an edge')], 'colour');
    const size = must(graph.capacity[edge], 'capacity of an edge');
    if (a === b || size === 0) return -1;
    const key = a * vertexCount + b;
    let merged = found.get(key);
    if (merged === undefined) {
      merged = from.length;
      found.set(key, merged);
      from.push(a);
      to.push(b);
      capacity.push(0);
      counts.push(0);
    }
    capacity[merged] = (capacity[merged] ?? 0) + size;
    counts[merged] = (counts[merged] ?? 0) + 1;
    return merged;
  });
  return { graph: { vertexCount, from, to, capacity }, edgeOf, counts };
}
