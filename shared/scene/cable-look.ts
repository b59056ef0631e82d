import type { PlanLink } from '../plan/types.ts';

/** How a cable is made, as far as the drawing tells media apart. */
export type Medium = 'copper' | 'fibre' | 'unknown';

/** Line width by speed in Gb/s: a faster cable looks thicker. */
export function cableWidth(speedGbps: number | null): number {
  if (speedGbps === null || speedGbps < 20) return 1.5;
  if (speedGbps < 40) return 2;
  if (speedGbps < 50) return 2.5;
  if (speedGbps < 200) return 3;
  return 3.5;
}

/** Width of the stem of a breakout cable: as fast as all its lanes together. */
export function stemWidth({ speedGbps, breakout }: PlanLink): number {
  return cableWidth(speedGbps === null ? null : speedGbps * (breakout?.ways ?? 1)) + 1;
}

/** DAC and ACC are copper; AOC and transceivers with a fibre run are light. */
export function mediumOf({ cable }: PlanLink): Medium {
  if (cable === null) return 'unknown';
  if (cable.kind === 'optical') return 'fibre';
  return cable.part.medium === 'aoc' ? 'fibre' : 'copper';
}
