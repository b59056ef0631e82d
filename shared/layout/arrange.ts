import type { LayoutEngine } from './engine.ts';
import { blockGraph, inAnsweredOrder, inPresentOrder } from './order.ts';
import { layTiers } from './tiers.ts';
import type { LayoutGraph, Places } from './types.ts';

/** The drawing's grid. */
const GRID = 4;

/**
 * Arranges a drawing anew: tiers, pods, racks and meshes as `layTiers` puts them, clusters and switches in the order
 * that crosses the fewest cables. Stable: order and rows of today are kept where they are nearly as good, and the
 * whole comes to lie so that most of it does not move. The same graph gives the same places.
 */
export async function arrange(graph: LayoutGraph, engine: LayoutEngine): Promise<Places> {
  const present = inPresentOrder(graph);
  const answer = await engine.layout(blockGraph(present));
  return anchor(layTiers(inAnsweredOrder(present, answer)), graph);
}

/** Moves everything by the median way, so that half of what is placed keeps its place or nearly so. */
function anchor(places: Places, { items }: LayoutGraph): Places {
  const moved = items.flatMap(({ id, at }) => {
    const to = places.get(id);
    return at && to ? [{ x: at.x - to.x, y: at.y - to.y }] : [];
  });
  const dx = median(moved.map(({ x }) => x));
  const dy = median(moved.map(({ y }) => y));
  return new Map([...places].map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }]));
}

/** The lower of the two middle values, on the grid; 0 for none. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return Math.round(middle / GRID) * GRID + 0;
}
