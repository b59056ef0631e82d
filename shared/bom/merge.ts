import { compareText } from '../lib/stable-json.ts';
import { distinctNames, nameRanges } from './ranges.ts';
import type { RawLine } from './raw-line.ts';
import { BOM_SECTIONS, type BomLine } from './types.ts';

/** Pieces that agree in all of these are one line; their quantities add up. */
const KEY = ['section', 'partId', 'manufacturer', 'partNumber', 'description', 'status', 'note'] as const;

/** Counts equal pieces together. Lines stand by section, then by description. */
export function mergeLines(raw: readonly RawLine[]): readonly BomLine[] {
  const groups = new Map<string, RawLine[]>();
  for (const line of raw) {
    const key = JSON.stringify(KEY.map((column) => line[column]));
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const merged = [...groups].map(([key, lines]) => ({ key, lines, first: lines[0] as RawLine }));
  merged.sort(
    (a, b) =>
      BOM_SECTIONS.indexOf(a.first.section) - BOM_SECTIONS.indexOf(b.first.section) ||
      compareText(a.first.description, b.first.description) ||
      compareText(a.key, b.key),
  );
  return merged.map(({ lines, first }, i) => {
    const usedBy = distinctNames(lines.map((line) => line.usedBy));
    return {
      line: i + 1,
      section: first.section,
      partId: first.partId,
      manufacturer: first.manufacturer,
      partNumber: first.partNumber,
      description: first.description,
      quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
      unit: 'pcs',
      status: first.status,
      usedBy,
      designators: nameRanges(usedBy),
      note: first.note,
    };
  });
}
