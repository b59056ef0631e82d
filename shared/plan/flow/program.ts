import { must } from '../../lib/assert.ts';

/** `weights x <= limit`, with a limit of at least 0. Weights that are not named are 0. */
export interface Row {
  readonly weights: ReadonlyMap<number, number>;
  readonly limit: number;
}

const TINY = 1e-9;

/**
 * The x of at least 0 with the greatest sum of `gain x` under the rows. The simplex method (Dantzig 1947): x = 0 holds
 * all rows, so it starts there; Bland's choice of pivots keeps it from circling.
 */
export function maximise(gain: readonly number[], rows: readonly Row[]): readonly number[] {
  const size = gain.length;
  const width = size + rows.length;
  const table = rows.map(({ weights, limit }, i) => {
    const row = new Float64Array(width + 1);
    for (const [column, weight] of weights) row[column] = weight;
    row[size + i] = 1;
    row[width] = limit;
    return row;
  });
  const goal = new Float64Array(width + 1);
  gain.forEach((value, column) => (goal[column] = -value));
  const basis = rows.map((_, i) => size + i);
  for (;;) {
    const column = goal.findIndex((value, at) => at < width && value < -TINY);
    if (column === -1) break;
    const pivot = choosePivot(table, basis, column, width);
    turn(table, goal, pivot, column);
    basis[pivot] = column;
  }
  const answer = new Array<number>(size).fill(0);
  basis.forEach((column, i) => {
    if (column < size) answer[column] = table[i]?.[width] ?? 0;
  });
  return answer;
}

/** The row that stops the column first; of several the one whose own column comes first. */
function choosePivot(
  table: readonly Float64Array[],
  basis: readonly number[],
  column: number,
  width: number,
): number {
  let [pivot, least] = [-1, Infinity];
  table.forEach((row, i) => {
    const step = row[column] ?? 0;
    if (step <= TINY) return;
    const ratio = (row[width] ?? 0) / step;
    const earlier = ratio < least + TINY && (basis[i] ?? 0) < (basis[pivot] ?? Infinity);
    if (ratio < least - TINY || earlier) [pivot, least] = [i, ratio];
  });
  return pivot;
}

function turn(table: readonly Float64Array[], goal: Float64Array, pivot: number, column: number): void {
  const row = must(table[pivot], 'a row that bounds the column');
  const step = must(row[column], 'a pivot');
  for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? 0) / step;
  for (const other of [...table, goal]) {
    const factor = other === row ? 0 : (other[column] ?? 0);
    if (factor === 0) continue;
    for (let at = 0; at < row.length; at++) other[at] = (other[at] ?? 0) - factor * (row[at] ?? 0);
  }
}
