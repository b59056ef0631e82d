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
    flow: spreadFlow(graph, small, solved.flow),
    reached: colours.map((colour) => solved.reached[colour] ?? false),
    colours,
  };
}

/** What of the flow between colours each edge has. */
function spreadFlow({ capacity }: Graph, small: Merged, flow: readonly number[]): readonly number[] {
  return capacity.map((size, edge) => {
    const merged = small.edgeOf[edge] ?? -1;
    const whole = small.graph.capacity[merged] ?? 0;
    if (merged < 0 || whole === 0) return 0;
    const part = whole === Infinity ? 1 / (small.counts[merged] ?? 1) : size / whole;
    return (flow[merged] ?? 0) * part;
  });
}

/** The coarsest colouring that is stable; source and sink keep colours of their own. Colours count up by their first vertex. */
export function refineColours(graph: Graph): readonly number[] {
  const refiner = new Refiner(listSights(graph));
  while (refiner.split());
  return refiner.colours();
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
  for (let edge = 0; edge < from.length; edge++) {
    const [tail, head] = [from[edge] ?? 0, to[edge] ?? 0];
    start[tail + 1] = (start[tail + 1] ?? 0) + 1;
    start[head + 1] = (start[head + 1] ?? 0) + 1;
  }
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
    let kind = kinds.get(size);
    if (kind === undefined) kinds.set(size, (kind = kinds.size));
    see(tail, head, 2 * kind);
    see(head, tail, 2 * kind + 1);
  }
  return { start, far, label, labels: 2 * kinds.size };
}

/** Source and sink see the most and are alone in their colours, so nothing they see can tell them apart. */
const ALONE = 2;

/**
 * Splits colours round by round. Vertices of one colour part when what they see differs; a round looks only at those
 * that see a vertex whose colour has changed. Of a colour that splits, those that see no change keep it, so what they
 * see stays as it was and is never looked at again.
 */
class Refiner {
  private readonly sights: Sights;
  private readonly colour: Int32Array;
  /** How many vertices have a colour, and how many of these are looked at in this round. */
  private readonly size: Int32Array;
  private readonly looked: Int32Array;
  private count = 1 + ALONE;
  private open: number[] = [];
  /** What each vertex looked at sees, in order; its place is that of its sights. */
  private readonly seen: Float64Array;

  constructor(sights: Sights) {
    const vertexCount = sights.start.length - 1;
    this.sights = sights;
    this.colour = new Int32Array(vertexCount).fill(ALONE);
    for (let vertex = 0; vertex < ALONE; vertex++) this.colour[vertex] = vertex;
    this.size = new Int32Array(vertexCount + 1 + ALONE);
    this.looked = new Int32Array(vertexCount + 1 + ALONE);
    this.size[ALONE] = vertexCount - ALONE;
    this.seen = new Float64Array(sights.far.length);
    for (let vertex = ALONE; vertex < vertexCount; vertex++) this.open.push(vertex);
  }

  /** One round; false when nothing was left to look at. */
  split(): boolean {
    if (this.open.length === 0) return false;
    const next = this.recolour();
    const changed: number[] = [];
    for (let i = 0; i < next.length; i++) {
      const vertex = this.open[i] ?? 0;
      const [old, now] = [this.colour[vertex] ?? 0, next[i] ?? 0];
      this.looked[old] = 0;
      if (old === now) continue;
      this.size[old] = (this.size[old] ?? 0) - 1;
      this.size[now] = (this.size[now] ?? 0) + 1;
      this.colour[vertex] = now;
      changed.push(vertex);
    }
    this.open = this.whoSees(changed);
    return true;
  }

  /** Colours that count up by their first vertex, however they were found. */
  colours(): readonly number[] {
    const numbers = new Int32Array(this.count).fill(-1);
    const colours: number[] = [];
    let used = 0;
    for (const colour of this.colour) {
      if (numbers[colour] === -1) numbers[colour] = used++;
      colours.push(numbers[colour] ?? 0);
    }
    return colours;
  }

  /** The next colour of each vertex looked at: one for all of a colour that see the same. */
  private recolour(): Int32Array {
    const { open, colour, looked } = this;
    for (const vertex of open) {
      const own = colour[vertex] ?? 0;
      looked[own] = (looked[own] ?? 0) + 1;
    }
    const next = new Int32Array(open.length);
    // Places in `open` of the first that sees something, by what it sees.
    const mask = 2 ** Math.ceil(Math.log2(open.length * 2 + 1)) - 1;
    const table = new Int32Array(mask + 1).fill(-1);
    for (let i = 0; i < open.length; i++) {
      const vertex = open[i] ?? 0;
      let at = this.look(vertex) & mask;
      while (table[at] !== -1 && !this.seesTheSame(open[table[at] ?? 0] ?? 0, vertex)) at = (at + 1) & mask;
      const first = table[at] ?? -1;
      if (first === -1) table[at] = i;
      next[i] = first === -1 ? this.newColour(colour[vertex] ?? 0) : (next[first] ?? 0);
    }
    return next;
  }

  /** The colour itself for the first part of one of which all are looked at. */
  private newColour(colour: number): number {
    if (this.looked[colour] === this.size[colour]) {
      this.looked[colour] = -1;
      return colour;
    }
    this.count += 1;
    return this.count - 1;
  }

  /** Notes what a vertex sees, in order, and makes a number of it and its colour. */
  private look(vertex: number): number {
    const { sights, colour, seen } = this;
    const { start, far, label, labels } = sights;
    const [first, end] = [start[vertex] ?? 0, start[vertex + 1] ?? 0];
    for (let at = first; at < end; at++) {
      seen[at] = (colour[far[at] ?? 0] ?? 0) * labels + (label[at] ?? 0);
    }
    sortPart(seen, first, end);
    let hash = colour[vertex] ?? 0;
    for (let at = first; at < end; at++) {
      hash = Math.imul(hash ^ (seen[at] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  private seesTheSame(one: number, other: number): boolean {
    const { sights, colour, seen } = this;
    const { start } = sights;
    const [first, second] = [start[one] ?? 0, start[other] ?? 0];
    const length = (start[one + 1] ?? 0) - first;
    if (colour[one] !== colour[other] || length !== (start[other + 1] ?? 0) - second) return false;
    for (let i = 0; i < length; i++) if (seen[first + i] !== seen[second + i]) return false;
    return true;
  }

  private whoSees(changed: readonly number[]): number[] {
    const { start, far } = this.sights;
    const known = new Uint8Array(this.colour.length);
    const found: number[] = [];
    for (const vertex of changed) {
      for (let at = start[vertex] ?? 0; at < (start[vertex + 1] ?? 0); at++) {
        const other = far[at] ?? 0;
        if (other < ALONE || known[other] === 1) continue;
        known[other] = 1;
        found.push(other);
      }
    }
    return found;
  }
}

/** Vertices see few others as a rule; a short part is sorted soonest by moving each number to its place. */
const SHORT = 24;

function sortPart(list: Float64Array, first: number, end: number): void {
  if (end - first > SHORT) {
    list.subarray(first, end).sort();
    return;
  }
  for (let i = first + 1; i < end; i++) {
    const value = list[i] ?? 0;
    let at = i;
    for (; at > first && (list[at - 1] ?? 0) > value; at--) list[at] = list[at - 1] ?? 0;
    list[at] = value;
  }
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
  const vertexCount = colours.reduce((most, colour) => Math.max(most, colour), -1) + 1;
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
