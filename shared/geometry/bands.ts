import type { Box } from './box.ts';

/** A row of obstacles whose heights overlap, with the free gaps between them. */
export interface Band {
  readonly index: number;
  readonly top: number;
  readonly bottom: number;
  /** Free spans of x from left to right; the outer two are open to one side. */
  readonly gaps: readonly Gap[];
}

export interface Gap {
  readonly left: number;
  readonly right: number;
}

/** The free room between two bands; the first and the last are open to one side. */
export interface Strip {
  readonly index: number;
  readonly top: number;
  readonly bottom: number;
}

/** Obstacles sorted into bands from top to bottom; strip `i` lies above band `i`. */
export interface Rows {
  readonly bands: readonly Band[];
  readonly strips: readonly Strip[];
}

/** Room kept between a cable and a box it passes. */
const MARGIN = 6;

/** Sorts obstacles into bands and strips. */
export function rowsOf(obstacles: readonly Box[]): Rows {
  const sorted = [...obstacles].sort((a, b) => a.y - b.y);
  const groups: { top: number; bottom: number; boxes: Box[] }[] = [];
  for (const box of sorted) {
    const last = groups.at(-1);
    if (last && box.y <= last.bottom) {
      last.bottom = Math.max(last.bottom, box.y + box.height);
      last.boxes.push(box);
    } else groups.push({ top: box.y, bottom: box.y + box.height, boxes: [box] });
  }
  const bands = groups.map(({ top, bottom, boxes }, index) => ({ index, top, bottom, gaps: gapsOf(boxes) }));
  const edges = [-Infinity, ...bands.map((band) => band.bottom)];
  const strips = edges.map((top, index) => ({ index, top, bottom: bands[index]?.top ?? Infinity }));
  return { bands, strips };
}

function gapsOf(boxes: readonly Box[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let left = -Infinity;
  for (const box of [...boxes].sort((a, b) => a.x - b.x)) {
    if (box.x - MARGIN > left + 1) gaps.push({ left, right: box.x - MARGIN });
    left = Math.max(left, box.x + box.width + MARGIN);
  }
  return [...gaps, { left, right: Infinity }];
}

/** Width one cable needs in a gap. */
export const TRACK_PITCH = 8;

/** Index of the last gap that begins at or before `x`. */
function gapBefore({ gaps }: Band, x: number): number {
  let low = 0;
  let high = gaps.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((gaps[mid]?.left ?? Infinity) <= x) low = mid;
    else high = mid - 1;
  }
  return low;
}

/** True when nothing of the band is in the way at `x`. */
export function isFree(band: Band, x: number): boolean {
  const gap = band.gaps[gapBefore(band, x)];
  return gap !== undefined && gap.left <= x && x <= gap.right;
}

/**
 * Index of the gap nearest to `x`; of two equally near ones the one towards `goal`. A gap that is full counts as
 * farther away the more cables it has to take: `loads` holds how many each gap has.
 */
export function nearestGap(band: Band, x: number, goal: number, loads: readonly number[]): number {
  const start = gapBefore(band, x);
  let best = start;
  let least = Infinity;
  const consider = (i: number): boolean => {
    const gap = band.gaps[i];
    if (!gap) return false;
    const at = Math.min(Math.max(x, gap.left), gap.right);
    const away = Math.abs(at - x) * 4;
    if (away > least) return false;
    const excess = Math.max(0, ((loads[i] ?? 0) + 1) * TRACK_PITCH - (gap.right - gap.left));
    const cost = away + Math.abs(goal - at) + excess * 8;
    if (cost < least) {
      least = cost;
      best = i;
    }
    return true;
  };
  for (let i = start; consider(i); i--);
  for (let i = start + 1; consider(i); i++);
  return best;
}

/** The strip a cable enters that leaves downwards at `y`. */
export function stripBelow({ strips }: Rows, y: number): number {
  let low = 0;
  let high = strips.length - 1;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((strips[mid]?.bottom ?? Infinity) > y + 1) high = mid;
    else low = mid + 1;
  }
  return low;
}

/** The strip a cable enters that leaves upwards at `y`. */
export function stripAbove({ strips }: Rows, y: number): number {
  let low = 0;
  let high = strips.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((strips[mid]?.top ?? -Infinity) < y - 1) low = mid;
    else high = mid - 1;
  }
  return low;
}
