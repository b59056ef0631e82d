import { unionBoxes, type Box, type Point } from '../geometry/box.ts';
import type { Places } from './types.ts';

/** Something that stands somewhere. */
export interface Standing {
  readonly id: string;
  readonly box: Box;
}

/** The dots of the drawing. */
const DOTS = 24;
/** Least space between things that are put in one row. */
const ROW_GAP = 20;

const ALIGNMENTS = {
  left: (box: Box, all: Box): Point => ({ x: all.x, y: box.y }),
  centre: (box: Box, all: Box): Point => ({ x: Math.round(all.x + (all.width - box.width) / 2), y: box.y }),
  right: (box: Box, all: Box): Point => ({ x: all.x + all.width - box.width, y: box.y }),
  top: (box: Box, all: Box): Point => ({ x: box.x, y: all.y }),
  middle: (box: Box, all: Box): Point => ({ x: box.x, y: Math.round(all.y + (all.height - box.height) / 2) }),
  bottom: (box: Box, all: Box): Point => ({ x: box.x, y: all.y + all.height - box.height }),
} as const;
export type Edge = keyof typeof ALIGNMENTS;

/** Puts things on one edge, or one middle line, of the box around them. */
export function align(items: readonly Standing[], edge: Edge): Places {
  const all = unionBoxes(items.map(({ box }) => box));
  return new Map(all ? items.map(({ id, box }) => [id, ALIGNMENTS[edge](box, all)]) : []);
}

/** Equal space between things; the two outermost stay. */
export function distribute(items: readonly Standing[], axis: 'x' | 'y'): Places {
  const length = axis === 'x' ? 'width' : 'height';
  const sorted = [...items].sort((p, q) => p.box[axis] - q.box[axis]);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last) return new Map();
  const filled = sorted.reduce((sum, { box }) => sum + box[length], 0);
  const gap = (last.box[axis] + last.box[length] - first.box[axis] - filled) / Math.max(1, sorted.length - 1);
  let at = first.box[axis];
  return new Map(
    sorted.map(({ id, box }) => {
      const place = { x: box.x, y: box.y, [axis]: Math.round(at) };
      at += box[length] + gap;
      return [id, place];
    }),
  );
}

/** One row on the middle line of all; those that would cover each other make room to the right. */
export function inOneRow(items: readonly Standing[]): Places {
  let free = -Infinity;
  const middles = align(items, 'middle');
  return new Map(
    [...items]
      .sort((p, q) => p.box.x - q.box.x)
      .map(({ id, box }) => {
        const x = Math.max(box.x, free);
        free = x + box.width + ROW_GAP;
        return [id, { x, y: middles.get(id)?.y ?? box.y }];
      }),
  );
}

/** Every thing on the nearest dots. */
export function onDots(items: readonly Standing[]): Places {
  const near = (value: number) => Math.round(value / DOTS) * DOTS + 0;
  return new Map(items.map(({ id, box }) => [id, { x: near(box.x), y: near(box.y) }]));
}
