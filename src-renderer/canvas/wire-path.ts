import type { Box, Point } from '../../shared/geometry/box.ts';

/** Where a wire hangs: the middle of the cage's edge and the way it leaves. */
export interface WireHook {
  readonly point: Point;
  /** -1 up, 1 down, 0 whichever way is shorter. */
  readonly way: -1 | 0 | 1;
}

/** Where a wire hangs on a cage: at the edge that faces the other end. */
export function hookOf(box: Box, other: Point): WireHook {
  const up = other.y < box.y + box.height / 2;
  return { point: { x: box.x + box.width / 2, y: up ? box.y : box.y + box.height }, way: up ? -1 : 1 };
}

/** A gentle curve that leaves both ends straight. */
export function wirePath(from: WireHook, to: WireHook): string {
  const [a, b] = [from.point, to.point];
  const away = Math.hypot(b.x - a.x, b.y - a.y);
  const pull = Math.max(12, Math.min(120, away / 2));
  const bend = ({ point, way }: WireHook, other: Point) =>
    `${round(point.x)} ${round(point.y + (way === 0 ? Math.sign(other.y - point.y) : way) * pull)}`;
  return `M${round(a.x)} ${round(a.y)}C${bend(from, b)} ${bend(to, a)} ${round(b.x)} ${round(b.y)}`;
}

/** All boxes as one path: a hundred ports are one element. */
export function boxesPath(boxes: Iterable<Box>): string {
  let d = '';
  for (const { x, y, width, height } of boxes) {
    d += `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;
  }
  return d;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
