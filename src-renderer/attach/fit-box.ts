import type { Box } from '../../shared/geometry/box.ts';
import type { Transform } from '../state/view.svelte.ts';

/** Kept free between the drawing and what floats over it, px. */
const GAP = 12;

/**
 * The transform that shows `box` (canvas units) as large as possible in `room` (px) without lying under one of
 * the `taken` boxes (px). Those sit in the lower corners: the drawing takes the whole room when it stays clear
 * of them, else what is above them or beside the left one, whichever shows it larger.
 */
export function fitBox(
  box: Box,
  room: Box,
  taken: readonly Box[],
  scale: { readonly min: number; readonly max: number },
): Transform {
  const placed = roomsOf(room, taken).map((free) => place(box, free, scale));
  const clear = placed.filter((transform) =>
    taken.every((card) => !overlaps(shownBox(box, transform), card)),
  );
  const best = clear.reduce<Transform | null>((a, b) => (a === null || b.k > a.k ? b : a), null);
  return best ?? place(box, room, scale);
}

function roomsOf(room: Box, taken: readonly Box[]): readonly Box[] {
  if (taken.length === 0) return [room];
  const bottom = Math.min(...taken.map(({ y }) => y)) - GAP;
  const lowest = Math.max(...taken.map(({ y }) => y)) - GAP;
  const left = Math.min(...taken.map(({ x, width }) => x + width)) + GAP;
  const width = room.x + room.width - left;
  return [
    room,
    { ...room, height: bottom - room.y },
    { ...room, x: left, width },
    { ...room, x: left, width, height: lowest - room.y },
  ].filter((free) => free.width > 0 && free.height > 0);
}

function place(box: Box, free: Box, scale: { readonly min: number; readonly max: number }): Transform {
  const fitting = Math.min(free.width / Math.max(1, box.width), free.height / Math.max(1, box.height));
  const k = Math.min(scale.max, Math.max(scale.min, fitting));
  return {
    x: free.x + free.width / 2 - k * (box.x + box.width / 2),
    y: free.y + free.height / 2 - k * (box.y + box.height / 2),
    k,
  };
}

function shownBox(box: Box, { x, y, k }: Transform): Box {
  return { x: box.x * k + x, y: box.y * k + y, width: box.width * k, height: box.height * k };
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
