import { sortedNames, sortedRanges } from '../lib/name-ranges.ts';
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

/**
 * Merges equal lines, orders them by section and description, and numbers them on from `first`. A line of `before`
 * that says the same is taken over.
 */
export function mergeLines(
  lines: readonly RawLine[],
  before: readonly BomLine[],
  first: number,
): readonly BomLine[] {
  const merged = new Map<string, RawLine>();
  for (const line of lines) {
    const key = keyOf(line);
    const same = merged.get(key);
    merged.set(key, same ? join(same, line) : line);
  }
  const sorted = sortNatural(
    merged,
    ([, line]) => `${line.manufacturer} ${line.description}`,
    ([key]) => key,
  );
  const known = new Map(before.map((line) => [keyOf(line), line]));
  return BOM_SECTIONS.flatMap((section) => sorted.filter(([, line]) => line.section === section)).map(
    ([key, raw], i) => {
      const old = known.get(key);
      return old && saysTheSame(old, raw, first + i) ? old : number(raw, first + i);
    },
  );
}

function number({ designators, ...raw }: RawLine, line: number): BomLine {
  return { ...raw, line, designators: designators() };
}

function join(one: RawLine, other: RawLine): RawLine {
  const usedBy = sortedNames([...one.usedBy, ...other.usedBy]);
  return {
    ...one,
    quantity: one.quantity + other.quantity,
    usedBy,
    designators: () => sortedRanges(usedBy),
  };
}

function keyOf(line: Pick<RawLine, (typeof KEY_COLUMNS)[number]>): string {
  return JSON.stringify(KEY_COLUMNS.map((column) => line[column]));
}

function saysTheSame(old: BomLine, { quantity, usedBy }: RawLine, place: number): boolean {
  return (
    old.line === place &&
    old.quantity === quantity &&
    old.usedBy.length === usedBy.length &&
    old.usedBy.every((name, i) => name === usedBy[i])
  );
}
