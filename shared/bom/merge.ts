import { sortedRanges } from '../lib/name-ranges.ts';
import { sortNatural } from '../lib/natural-order.ts';
import type { RawLine } from './lines.ts';
import { BOM_SECTIONS, type BomLine } from './types.ts';

/** Lines equal in all of these are one line; quantities add up. */
const KEY_COLUMNS = [
  'section',
  'partId',
  'manufacturer',
  'partNumber',
  'description',
  'unit',
  'status',
  'note',
] as const satisfies readonly (keyof RawLine)[];

/** Merges equal lines, orders them by section and description, and numbers them. */
export function mergeLines(lines: readonly RawLine[]): BomLine[] {
  const merged = new Map<
    string,
    { readonly line: RawLine; quantity: number; readonly usedBy: Set<string> }
  >();
  for (const line of lines) {
    const key = JSON.stringify(KEY_COLUMNS.map((column) => line[column]));
    const entry = merged.get(key) ?? { line, quantity: 0, usedBy: new Set<string>() };
    merged.set(key, entry);
    entry.quantity += line.quantity;
    for (const name of line.usedBy) entry.usedBy.add(name);
  }
  const sorted = sortNatural(
    merged,
    ([, { line }]) => `${line.manufacturer} ${line.description}`,
    ([key]) => key,
  );
  const ordered = BOM_SECTIONS.flatMap((section) =>
    sorted.filter(([, { line }]) => line.section === section),
  );
  return ordered.map(([, { line, quantity, usedBy }], i) => {
    const names = sortNatural(
      usedBy,
      (name) => name,
      (name) => name,
    );
    return { ...line, line: i + 1, quantity, usedBy: names, designators: sortedRanges(names) };
  });
}
