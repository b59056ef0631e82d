import type { Point } from './box.ts';

/**
 * SVG path data of a polyline whose corners are rounded. A corner takes at most half of each of its two legs, so
 * neighbouring corners never meet. Coordinates have at most two decimals.
 */
export function roundedPath(points: readonly Point[], radius: number): string {
  const [first] = points;
  if (!first) return '';
  const d: (string | number)[] = ['M', num(first.x), ' ', num(first.y)];
  let before = first;
  for (let i = 1; i < points.length; i++) {
    const at = points[i] ?? before;
    if (distance(before, at) < NEGLIGIBLE) continue;
    let next = i + 1;
    while (next < points.length && distance(at, points[next] ?? at) < NEGLIGIBLE) next++;
    const after = points[next];
    if (after && goesOn(before, at, after)) continue;
    if (after) {
      const r = Math.min(radius, distance(before, at) / 2, distance(at, after) / 2);
      const enter = towards(at, before, r);
      const leave = towards(at, after, r);
      d.push(
        'L',
        num(enter.x),
        ' ',
        num(enter.y),
        'Q',
        num(at.x),
        ' ',
        num(at.y),
        ' ',
        num(leave.x),
        ' ',
        num(leave.y),
      );
    } else d.push('L', num(at.x), ' ', num(at.y));
    before = at;
  }
  return d.join('');
}

const NEGLIGIBLE = 0.01;

/** True when the line runs straight on through `b`: no corner to round. */
function goesOn(a: Point, b: Point, c: Point): boolean {
  const cross = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
  const along = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
  return Math.abs(cross) < 0.001 && along >= 0;
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  if (from.x === to.x) return { x: from.x, y: from.y + (to.y > from.y ? by : -by) };
  if (from.y === to.y) return { x: from.x + (to.x > from.x ? by : -by), y: from.y };
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

function num(value: number): number {
  return Number.isInteger(value) ? value : Math.round(value * 100) / 100;
}
