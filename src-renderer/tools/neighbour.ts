import { centreOf, type Box } from '../../shared/geometry/box.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

interface Placed {
  readonly id: string;
  readonly box: Box;
}

/** Sideways distance counts more than distance ahead, so that the arrow keys stay in a row or column. */
const SIDEWAYS = 2.5;

/** The item next to `from` in a direction, null at the border of the drawing. */
export function neighbour(from: Placed, direction: Direction, items: Iterable<Placed>): string | null {
  const start = centreOf(from.box);
  const across = direction === 'left' || direction === 'right';
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  let best: { id: string; cost: number } | null = null;
  for (const item of items) {
    if (item.id === from.id) continue;
    const centre = centreOf(item.box);
    const ahead = sign * (across ? centre.x - start.x : centre.y - start.y);
    if (ahead <= 0) continue;
    const aside = Math.abs(across ? centre.y - start.y : centre.x - start.x);
    const cost = ahead + SIDEWAYS * aside;
    if (!best || cost < best.cost) best = { id: item.id, cost };
  }
  return best?.id ?? null;
}
