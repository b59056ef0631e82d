import type { Design } from '../../shared/model/index.ts';

/** Cables to buy for a design: the lanes of a breakout are one. Counted from the records alone. */
export function countCables(design: Design): number {
  return new Set([...design.links.values()].map(({ id, breakout }) => breakout?.id ?? id)).size;
}
