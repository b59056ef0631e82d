import type { Point } from './box.ts';

/**
 * SVG path data of a polyline whose corners are rounded. A corner takes at most half of each of its two legs, so
 * neighbouring corners never meet. Coordinates have at most two decimals.
 */
export function roundedPath(points: readonly Point[], radius: number): string {
  const line = withoutRepeats(points);
  const [first] = line;
  if (!first) return '';
  let d = `M${num(first.x)} ${num(first.y)}`;
  for (let i = 1; i < line.length; i++) {
    const at = line[i];
    const before = line[i - 1];
    const after = line[i + 1];
    if (!at || !before) continue;
    if (!after) {
      d += `L${num(at.x)} ${num(at.y)}`;
      continue;
    }
    const r = Math.min(radius, distance(before, at) / 2, distance(at, after) / 2);
    const enter = towards(at, before, r);
    const leave = towards(at, after, r);
    d += `L${num(enter.x)} ${num(enter.y)}Q${num(at.x)} ${num(at.y)} ${num(leave.x)} ${num(leave.y)}`;
  }
  return d;
}

/** Drops repeated points and points on a straight run, so that only true corners are left. */
function withoutRepeats(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last && distance(last, point) < 0.01) continue;
    const beforeLast = kept.at(-2);
    if (last && beforeLast && onOneLine(beforeLast, last, point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

function onOneLine(a: Point, b: Point, c: Point): boolean {
  const cross = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
  const along = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
  return Math.abs(cross) < 0.001 && along >= 0;
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

function num(value: number): string {
  return String(Math.round(value * 100) / 100);
}
