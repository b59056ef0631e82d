import type { LayoutItem } from './types.ts';

/** Items that stand beside each other, row by row from the top, each from left to right; those without a place are left out. */
export function rowsOf(items: readonly LayoutItem[]): readonly (readonly LayoutItem[])[] {
  const placed = items
    .flatMap((item) => (item.at ? [{ item, middle: item.at.y + item.height / 2 }] : []))
    .sort((p, q) => p.middle - q.middle);
  const rows: { middle: number; items: LayoutItem[] }[] = [];
  for (const { item, middle } of placed) {
    const row = rows.at(-1);
    if (row && middle - row.middle <= item.height / 2) row.items.push(item);
    else rows.push({ middle, items: [item] });
  }
  return rows.map((row) => row.items.sort((p, q) => (p.at?.x ?? 0) - (q.at?.x ?? 0)));
}

/** Items as they are read on the drawing; what has no place yet follows in the order given. */
export function readingOrder(items: readonly LayoutItem[]): readonly LayoutItem[] {
  return [...rowsOf(items).flat(), ...items.filter((item) => item.at === null)];
}

/** Middle of where some items stand; null when none of them is placed. */
export function middleOf(items: readonly LayoutItem[]): { readonly x: number; readonly y: number } | null {
  const placed = items.flatMap(({ at, width, height }) =>
    at ? [{ x: at.x + width / 2, y: at.y + height / 2 }] : [],
  );
  if (placed.length === 0) return null;
  const mean = (axis: 'x' | 'y') => placed.reduce((sum, point) => sum + point[axis], 0) / placed.length;
  return { x: mean('x'), y: mean('y') };
}
