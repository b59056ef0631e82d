import { must } from '../../shared/lib/assert.ts';
import type { PlainEdge } from './simplex.ts';

/** Beyond this many inner vertices there are too many sets of them. */
const MOST = 17;

/**
 * The least capacity of all cuts: every set of vertices with the source and without the sink is tried (maximum flow,
 * minimum cut: Ford and Fulkerson 1956). First the graph is made smaller where no cut can tell the difference.
 */
export function leastCut(edges: readonly PlainEdge[]): number {
  const small = shrink(edges);
  const names = [...new Set(small.flatMap(({ from, to }) => [from, to]))].filter(
    (name) => name !== 'source' && name !== 'sink',
  );
  if (names.length > MOST) throw new Error(`${names.length} vertices are too many to try all cuts`);
  const bit = new Map(names.map((name, i) => [name, 1 << i]));
  const bits = small.map(({ from, to, capacity }) => ({
    // The source is in every set, the sink in none.
    from: bit.get(from) ?? (from === 'source' ? -1 : 0),
    to: bit.get(to) ?? (to === 'source' ? -1 : 0),
    capacity,
  }));
  let least = Infinity;
  for (let set = 0; set < 1 << names.length; set++) {
    let cut = 0;
    for (const { from, to, capacity } of bits)
      if ((from & set || from === -1) && !(to & set || to === -1)) cut += capacity;
    if (cut < least) least = cut;
  }
  return small.length === 0 ? 0 : least;
}

/**
 * Takes out what no least cut runs through: dead ends; a vertex with one way in and one way out is as wide as the
 * narrower of both; and along an edge without a limit, when it is the only way out of its start or the only way into
 * its end, both lie on the same side.
 */
function shrink(edges: readonly PlainEdge[]): PlainEdge[] {
  let left = mergeEqual(edges);
  for (;;) {
    const next = mergeEqual(shrinkOnce(left));
    if (next.length === left.length) return next;
    left = next;
  }
}

function mergeEqual(edges: readonly PlainEdge[]): PlainEdge[] {
  const sums = new Map<string, PlainEdge>();
  for (const edge of edges) {
    if (edge.from === edge.to || edge.capacity === 0 || edge.to === 'source' || edge.from === 'sink')
      continue;
    const key = `${edge.from}|${edge.to}`;
    sums.set(key, { ...edge, capacity: edge.capacity + (sums.get(key)?.capacity ?? 0) });
  }
  return [...sums.values()];
}

function shrinkOnce(edges: readonly PlainEdge[]): readonly PlainEdge[] {
  const into = countBy(edges, ({ to }) => to);
  const outOf = countBy(edges, ({ from }) => from);
  const inner = (name: string) => name !== 'source' && name !== 'sink';
  const alive = edges.filter(
    ({ from, to }) => (!inner(from) || into.has(from)) && (!inner(to) || outOf.has(to)),
  );
  if (alive.length < edges.length) return alive;
  const rename = (gone: string, kept: string) =>
    edges.map((edge) => ({
      ...edge,
      from: edge.from === gone ? kept : edge.from,
      to: edge.to === gone ? kept : edge.to,
    }));
  for (const { from, to, capacity } of edges) {
    if (capacity === Infinity && inner(from) && outOf.get(from) === 1) return rename(from, to);
    if (capacity === Infinity && inner(to) && into.get(to) === 1) return rename(to, from);
    if (!inner(to) || into.get(to) !== 1 || outOf.get(to) !== 1) continue;
    const on = must(
      edges.find((edge) => edge.from === to),
      'the way out',
    );
    const through = { from, to: on.to, capacity: Math.min(capacity, on.capacity) };
    return [...edges.filter((edge) => edge.from !== to && edge.to !== to), through];
  }
  return edges;
}

function countBy(
  edges: readonly PlainEdge[],
  name: (edge: PlainEdge) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const edge of edges) counts.set(name(edge), (counts.get(name(edge)) ?? 0) + 1);
  return counts;
}
