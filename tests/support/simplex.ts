import { must } from '../../shared/lib/assert.ts';

/** A network of capacities from `source` to `sink`, and edges that share one beside their own. */
export interface PlainGraph {
  readonly edges: readonly PlainEdge[];
  readonly bundles: readonly { readonly capacity: number; readonly edges: readonly PlainEdge[] }[];
}

export interface PlainEdge {
  readonly from: string;
  readonly to: string;
  readonly capacity: number;
}

/**
 * The greatest flow as a linear program, for graphs where edges share a capacity: no more leaves a vertex than enters
 * it, no edge and no bundle moves more than it can, and what enters the sink is to be greatest. Nothing flowing is a
 * first answer, so the simplex method starts there; by Bland's rule it does not circle.
 */
export function greatestProgram({ edges, bundles }: PlainGraph): number {
  const vertices = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].filter(
    (vertex) => vertex !== 'source' && vertex !== 'sink',
  );
  const rows = [
    ...vertices.map((vertex) => ({
      limit: 0,
      weights: edges.map(({ from, to }) => (from === vertex ? 1 : 0) - (to === vertex ? 1 : 0)),
    })),
    ...edges.flatMap(({ capacity }, i) =>
      capacity === Infinity
        ? []
        : [{ limit: capacity, weights: edges.map((_, other) => (other === i ? 1 : 0)) }],
    ),
    ...bundles.map((bundle) => ({
      limit: bundle.capacity,
      weights: edges.map((edge) => (bundle.edges.includes(edge) ? 1 : 0)),
    })),
  ];
  const gain = edges.map(({ from, to }) => (to === 'sink' ? 1 : 0) - (from === 'sink' ? 1 : 0));
  return maximise(gain, rows);
}

interface Row {
  readonly weights: readonly number[];
  readonly limit: number;
}

const TINY = 1e-9;

/** The greatest sum of gains under rows `weights x <= limit` with limits of at least 0, for x of at least 0. */
function maximise(gain: readonly number[], rows: readonly Row[]): number {
  const width = gain.length + rows.length;
  const table = rows.map(({ weights, limit }, i) =>
    Float64Array.from([...weights, ...rows.map((_, other) => (other === i ? 1 : 0)), limit]),
  );
  const goal = Float64Array.from([...gain.map((value) => -value), ...rows.map(() => 0), 0]);
  const basis = rows.map((_, i) => gain.length + i);
  for (;;) {
    const column = goal.findIndex((value, at) => at < width && value < -TINY);
    if (column === -1) return must(goal[width], 'the sum');
    let [pivot, least] = [-1, Infinity];
    table.forEach((row, i) => {
      const step = must(row[column], 'a weight');
      if (step <= TINY) return;
      const ratio = must(row[width], 'a limit') / step;
      const earlier = ratio < least + TINY && must(basis[i], 'basis') < (basis[pivot] ?? Infinity);
      if (ratio < least - TINY || earlier) [pivot, least] = [i, ratio];
    });
    const row = must(table[pivot], 'a bounded sum');
    const step = must(row[column], 'a pivot');
    for (let at = 0; at <= width; at++) row[at] = (row[at] ?? 0) / step;
    for (const other of [...table, goal]) {
      const factor = other === row ? 0 : (other[column] ?? 0);
      if (factor !== 0)
        for (let at = 0; at <= width; at++) other[at] = (other[at] ?? 0) - factor * (row[at] ?? 0);
    }
    basis[pivot] = column;
  }
}
