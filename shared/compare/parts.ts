import type { BomLine } from '../bom/index.ts';
import { BOM_SECTIONS } from '../bom/index.ts';
import { compareNatural } from '../lib/stable-json.ts';
import type { PartChange } from './types.ts';

/** Every product of two purchase lists with its quantities. */
export function compareParts(before: readonly BomLine[], after: readonly BomLine[]): readonly PartChange[] {
  const rows = new Map<string, { line: BomLine; before: number; after: number }>();
  const add = (line: BomLine, side: 'before' | 'after') => {
    const key = [line.section, line.partId ?? '', line.partNumber, line.description].join('\n');
    const row = rows.get(key) ?? { line, before: 0, after: 0 };
    row[side] += line.quantity;
    rows.set(key, row);
  };
  for (const line of before) add(line, 'before');
  for (const line of after) add(line, 'after');
  return [...rows.values()]
    .map(({ line, ...counts }): PartChange => {
      const { section, manufacturer, partNumber, description } = line;
      return { kind: kindOf(counts), section, manufacturer, partNumber, description, ...counts };
    })
    .sort(
      (p, q) =>
        BOM_SECTIONS.indexOf(p.section) - BOM_SECTIONS.indexOf(q.section) ||
        compareNatural(p.description, q.description) ||
        compareNatural(p.partNumber, q.partNumber),
    );
}

function kindOf({ before, after }: { readonly before: number; readonly after: number }): PartChange['kind'] {
  if (before === after) return 'same';
  if (before === 0) return 'added';
  return after === 0 ? 'removed' : 'changed';
}
