import type { Box, Point } from '../../shared/geometry/box.ts';
import type { SceneItem } from './drawing-index.ts';

/** The slabs of a card, one per adapter in slot order. */
export function slabsOf({ marks }: SceneItem): readonly Box[] {
  return marks.flatMap((mark) => (mark.kind === 'rect' && mark.fill === 'slab' ? [mark.box] : []));
}

/** The point half-way along a line of straight pieces. */
export function middleOf(points: readonly Point[]): Point {
  const pieces = points.slice(1).map((to, at) => ({ from: points[at] ?? to, to }));
  const lengths = pieces.map(({ from, to }) => Math.hypot(to.x - from.x, to.y - from.y));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [at, { from, to }] of pieces.entries()) {
    const length = lengths[at] ?? 0;
    if (length >= left && length > 0) {
      const share = left / length;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    }
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}
