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

/** A line of the list and the uses it stands for. */
export interface MergedLine {
  readonly line: BomLine;
  /** As they were counted, in any order. */
  readonly users: readonly string[];
}

interface Entry {
  readonly line: RawLine;
  quantity: number;
  users: readonly string[];
}

/**
 * Merges equal lines, orders them by section and description, and numbers them. A line of `before` that says the
 * same is taken over.
 */
export function mergeLines(lines: readonly RawLine[], before: readonly MergedLine[]): MergedLine[] {
  const merged = new Map<string, Entry>();
  for (const line of lines) {
    const key = keyOf(line);
    const entry = merged.get(key);
    if (!entry) {
      merged.set(key, { line, quantity: line.quantity, users: line.usedBy });
      continue;
    }
    entry.quantity += line.quantity;
    entry.users = [...entry.users, ...line.usedBy];
  }
  const sorted = sortNatural(
    merged,
    ([, { line }]) => `${line.manufacturer} ${line.description}`,
    ([key]) => key,
  );
  const known = new Map(before.map((entry) => [keyOf(entry.line), entry]));
  return BOM_SECTIONS.flatMap((section) => sorted.filter(([, { line }]) => line.section === section)).map(
    ([key, entry], i) => {
      const old = known.get(key);
      return old && sameEntry(old, entry, i + 1) ? old : number(entry, i + 1);
    },
  );
}

function keyOf(line: Pick<RawLine, (typeof KEY_COLUMNS)[number]>): string {
  return JSON.stringify(KEY_COLUMNS.map((column) => line[column]));
}

function sameEntry({ line, users }: MergedLine, entry: Entry, place: number): boolean {
  return (
    line.line === place &&
    line.quantity === entry.quantity &&
    users.length === entry.users.length &&
    users.every((name, i) => name === entry.users[i])
  );
}

function number({ line, quantity, users }: Entry, place: number): MergedLine {
  const usedBy = sortedNames(users);
  return {
    line: { ...line, line: place, quantity, usedBy, designators: sortedRanges(usedBy) },
    users,
  };
}
