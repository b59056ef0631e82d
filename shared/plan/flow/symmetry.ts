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

/** What vertices see along their edges: the far vertex, and a number for capacity and direction. */
interface Sights {
  /** Sights of vertex `v` are those from `start[v]` to before `start[v + 1]`. */
  readonly start: Int32Array;
  readonly far: Int32Array;
  readonly label: Int32Array;
  readonly labels: number;
}

function listSights({ vertexCount, from, to, capacity }: Graph): Sights {
  const start = new Int32Array(vertexCount + 1);
  const count = (vertex: number) => {
    start[vertex + 1] = (start[vertex + 1] ?? 0) + 1;
  };
  from.forEach(count);
  to.forEach(count);
  for (let vertex = 0; vertex < vertexCount; vertex++)
    start[vertex + 1] = (start[vertex + 1] ?? 0) + (start[vertex] ?? 0);
  const far = new Int32Array(2 * from.length);
  const label = new Int32Array(2 * from.length);
  const next = start.slice();
  const see = (vertex: number, other: number, kind: number) => {
    const place = next[vertex] ?? 0;
    next[vertex] = place + 1;
    far[place] = other;
    label[place] = kind;
  };
  const kinds = new Map<number, number>();
  for (let edge = 0; edge < from.length; edge++) {
    const [tail, head, size] = [from[edge] ?? 0, to[edge] ?? 0, capacity[edge] ?? 0];
    const kind = kinds.get(size) ?? kinds.size;
    kinds.set(size, kind);
    see(tail, head, 2 * kind);
    see(head, tail, 2 * kind + 1);
  }
  return { start, far, label, labels: 2 * kinds.size };
}

/** Source and sink see the most and are alone in their colours, so nothing they see can tell them apart. */
const ALONE = 2;

/**
 * One round: vertices of one colour part when what they see differs. What a vertex sees is read in order like a
 * word, each step from a number so far and a sight to the next number, so equal words end at equal numbers.
 */
function splitColours(
  { start, far, label, labels }: Sights,
  colours: readonly number[],
): { readonly colours: readonly number[]; readonly count: number } {
  const steps = new Map<number, number>();
  const sightCount = colours.length * labels;
  let words = colours.length;
  const step = (word: number, sight: number): number => {
    const key = word * sightCount + sight;
    let next = steps.get(key);
    if (next === undefined) {
      next = words;
      words += 1;
      steps.set(key, next);
    }
    return next;
  };
  const numbers = new Map<number, number>();
  const next = colours.map((colour, vertex) => {
    let word = colour;
    if (vertex >= ALONE) {
      const seen: number[] = [];
      for (let at = start[vertex] ?? 0; at < (start[vertex + 1] ?? 0); at++) {
        seen.push((colours[far[at] ?? 0] ?? 0) * labels + (label[at] ?? 0));
      }
      for (const sight of seen.sort(ascending)) word = step(word, sight);
    }
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  });
  return { colours: next, count: numbers.size };
}

function ascending(a: number, b: number): number {
  return a - b;
}

export interface Merged {
  readonly graph: Graph;
  /** Merged edge of each edge; -1 inside one colour, where a flow would only go in circles. */
  readonly edgeOf: readonly number[];
  /** How many edges each merged one stands for. */
  readonly counts: readonly number[];
}

/** One vertex for each colour, with the capacities between two colours added up. */
export function mergeColours(graph: Graph, colours: readonly number[]): Merged {
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
