import type { CableRow } from '../../shared/bom/index.ts';
import type { LinkId } from '../../shared/lib/ids.ts';
import type { Plan } from '../../shared/plan/index.ts';
import { lineSpeed } from './format.ts';
import type { Column } from './table.ts';

/** A row of the cable schedule with the link it describes. */
export interface CableLine {
  readonly linkId: LinkId;
  readonly row: CableRow;
}

/** The cable schedule, each row with its link. */
export function cableLines(plan: Plan, rows: readonly CableRow[]): readonly CableLine[] {
  const ids = new Map(plan.links.map((link) => [link.tag, link.id]));
  return rows.flatMap((row) => {
    const linkId = ids.get(row.tag);
    return linkId === undefined ? [] : [{ linkId, row }];
  });
}

/** Columns that make room for the problem while there is one: an unbuildable cable has no speed and no stock. */
export const LESS_THAN_A_PROBLEM: ReadonlySet<string> = new Set(['speed', 'stock', 'vlans']);

export const CABLE_COLUMNS: readonly Column<CableLine>[] = [
  { id: 'tag', label: 'Cable', value: ({ row }) => row.tag, mono: true, width: '64px' },
  { id: 'type', label: 'Type', value: ({ row }) => row.type, width: '14%' },
  { id: 'medium', label: 'Medium', value: ({ row }) => row.medium, hidden: true },
  {
    id: 'speed',
    label: 'Speed',
    value: ({ row }) => row.speedGbps,
    text: ({ row }) => lineSpeed(row.speedGbps),
    align: 'end',
    width: '56px',
  },
  { id: 'length', label: 'Length m', value: ({ row }) => row.lengthM, align: 'end', width: '76px' },
  { id: 'stock', label: 'Stock m', value: ({ row }) => row.stockLengthM, align: 'end', width: '64px' },
  { id: 'partNumber', label: 'Part number', value: ({ row }) => row.partNumber, mono: true, width: '12%' },
  { id: 'deviceA', label: 'A device', value: ({ row }) => row.a.device, width: '7%' },
  { id: 'portA', label: 'A port', value: ({ row }) => row.a.port, width: '116px' },
  { id: 'connectorA', label: 'A connector', value: ({ row }) => row.a.connector, hidden: true },
  { id: 'moduleA', label: 'A module', value: ({ row }) => row.a.module, mono: true, hidden: true },
  { id: 'deviceB', label: 'B device', value: ({ row }) => row.b.device, width: '7%' },
  { id: 'portB', label: 'B port', value: ({ row }) => row.b.port, width: '116px' },
  { id: 'connectorB', label: 'B connector', value: ({ row }) => row.b.connector, hidden: true },
  { id: 'moduleB', label: 'B module', value: ({ row }) => row.b.module, mono: true, hidden: true },
  { id: 'network', label: 'Network', value: ({ row }) => row.network },
  { id: 'vlans', label: 'VLANs', value: ({ row }) => row.vlans, width: '72px' },
  { id: 'labelA', label: 'Label A', value: ({ row }) => row.labelA, hidden: true },
  { id: 'labelB', label: 'Label B', value: ({ row }) => row.labelB, hidden: true },
  { id: 'problem', label: 'Problem', value: ({ row }) => row.problem },
];
