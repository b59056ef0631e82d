import { unionBoxes, type Box, type Point } from '../../shared/geometry/box.ts';
import type { Guide } from '../state/view.svelte.ts';

/** Where a drag comes to lie, and the lines that show what it lines up with. */
export interface Snapped {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

/** Positions snap to this many canvas units where nothing lines up. */
const GRID = 4;
type Axis = 'x' | 'y';
const LENGTH = { x: 'width', y: 'height' } as const;

/**
 * Snaps a drag: edges and middles of what is dragged to those of the things around it that are within `reach`, else
 * to the grid. `free` moves by whole units and lines up with nothing.
 */
export function snapMove(
  moving: readonly Box[],
  others: readonly Box[],
  by: Point,
  reach: number,
  free: boolean,
): Snapped {
  const around = unionBoxes(moving);
  if (free || !around) return { dx: whole(by.x), dy: whole(by.y), guides: [] };
  const x = nearest(around, others, 'x', by.x, reach);
  const y = nearest(around, others, 'y', by.y, reach);
  const dx = x ?? onGrid(by.x);
  const dy = y ?? onGrid(by.y);
  const placed = { ...around, x: around.x + dx, y: around.y + dy };
  const guides = [
    ...(x === null ? [] : guidesOf(placed, others, 'x')),
    ...(y === null ? [] : guidesOf(placed, others, 'y')),
  ];
  return { dx, dy, guides };
}

/** The way by which the nearest edge or middle is met; null when none is within reach. */
function nearest(box: Box, others: readonly Box[], axis: Axis, by: number, reach: number): number | null {
  let best: number | null = null;
  let least = reach;
  for (const other of others) {
    for (const [own, line] of meetings(box, other, axis)) {
      const way = line - own;
      const off = Math.abs(way - by);
      if (off > least || (off === least && best !== null)) continue;
      least = off;
      best = way;
    }
  }
  return best === null ? null : best + 0;
}

/** Lines of a box and of another that may meet: edges with edges, middle with middle. */
function meetings(box: Box, other: Box, axis: Axis): readonly (readonly [number, number])[] {
  const length = LENGTH[axis];
  const [near, far] = [box[axis], box[axis] + box[length]];
  const [start, end] = [other[axis], other[axis] + other[length]];
  return [
    [near, start],
    [far, end],
    [(near + far) / 2, (start + end) / 2],
    [near, end],
    [far, start],
  ];
}

/** One line per meeting, as long as all that lie on it. */
function guidesOf(box: Box, others: readonly Box[], axis: Axis): readonly Guide[] {
  const across = axis === 'x' ? 'y' : 'x';
  const guides = new Map<number, Guide>();
  for (const other of others) {
    for (const [own, line] of meetings(box, other, axis)) {
      if (Math.abs(own - line) > 0.01) continue;
      const known = guides.get(line);
      const from = Math.min(known?.from ?? Infinity, box[across], other[across]);
      const to = Math.max(
        known?.to ?? -Infinity,
        box[across] + box[LENGTH[across]],
        other[across] + other[LENGTH[across]],
      );
      guides.set(line, { axis, at: line, from, to });
    }
  }
  return [...guides.values()];
}

function onGrid(value: number): number {
  return Math.round(value / GRID) * GRID + 0;
}

/** -0 and 0 must compare equal where a caller uses Object.is. */
function whole(value: number): number {
  return Math.round(value) + 0;
}
