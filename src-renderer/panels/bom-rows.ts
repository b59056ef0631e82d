import { BOM_SECTIONS, type Bom, type BomLine } from '../../shared/bom/index.ts';
import type { Plan } from '../../shared/plan/index.ts';
import type { Column, Group } from './table.ts';

/** The purchase list by section, each with the number of pieces in its heading. */
export function bomGroups(bom: Bom): readonly Group<BomLine>[] {
  return BOM_SECTIONS.map((section) => {
    const rows = bom.lines.filter((line) => line.section === section);
    const pieces = rows.reduce((sum, line) => sum + line.quantity, 0);
    return { id: section, label: section, note: `${pieces} pcs`, rows };
  }).filter((group) => group.rows.length > 0);
}

export const BOM_COLUMNS: readonly Column<BomLine>[] = [
  { id: 'line', label: 'Line', value: (line) => line.line, align: 'end', width: '48px' },
  { id: 'section', label: 'Section', value: (line) => line.section, hidden: true },
  { id: 'manufacturer', label: 'Manufacturer', value: (line) => line.manufacturer, width: '11%' },
  { id: 'partNumber', label: 'Part number', value: (line) => line.partNumber, mono: true, width: '13%' },
  { id: 'description', label: 'Description', value: (line) => line.description },
  { id: 'quantity', label: 'Qty', value: (line) => line.quantity, align: 'end', width: '56px' },
  { id: 'unit', label: 'Unit', value: (line) => line.unit, width: '48px' },
  { id: 'status', label: 'Status', value: (line) => line.status, width: '96px' },
  { id: 'usedBy', label: 'Used by', value: (line) => line.designators, width: '13%' },
  { id: 'note', label: 'Note', value: (line) => line.note, width: '18%' },
];

/** Ids by the names that purchase lines use: nodes, switches and cable tags. Equal names give all of them. */
export function idsByName(plan: Plan): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  const add = (name: string, id: string): void => {
    const known = ids.get(name);
    if (known) known.push(id);
    else ids.set(name, [id]);
  };
  for (const node of plan.nodes) add(node.record.name, node.id);
  for (const item of plan.switches) add(item.record.name, item.id);
  for (const [id, tag] of plan.tags) add(tag, id);
  return ids;
}

/** Ids of what uses a line's part. */
export function usersOf(line: BomLine, names: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return line.usedBy.flatMap((name) => names.get(name) ?? []);
}
