import type { CableRow } from '../../shared/bom/index.ts';
import type { LinkId } from '../../shared/lib/ids.ts';
import { lineSpeed } from './format.ts';
import type { Column } from './table.ts';

/** A row of the cable schedule with the link it describes. */
export interface CableLine {
  /** The first of its links: a breakout cable has one per lane. */
  readonly linkId: LinkId;
  readonly row: CableRow;
}

/** The cable schedule, each row with its link. */
export function cableLines(rows: readonly CableRow[]): readonly CableLine[] {
  return rows.flatMap((row) => (row.linkIds[0] === undefined ? [] : [{ linkId: row.linkIds[0], row }]));
}

/** The ends opposite A, in one cell: a breakout cable has several. */
function farEnds({ row }: CableLine, word: (end: CableRow['b'][number]) => string): string {
  return [...new Set(row.b.map(word))].join(', ');
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
  { id: 'length', label: 'Length m', value: ({ row }) => row.lengthM, align: 'end', width: '84px' },
  { id: 'stock', label: 'Stock m', value: ({ row }) => row.stockLengthM, align: 'end', width: '64px' },
  { id: 'partNumber', label: 'Part number', value: ({ row }) => row.partNumber, mono: true, width: '12%' },
  { id: 'deviceA', label: 'A device', value: ({ row }) => row.a.device, width: '7%' },
  { id: 'portA', label: 'A port', value: ({ row }) => row.a.port, width: '116px' },
  { id: 'connectorA', label: 'A connector', value: ({ row }) => row.a.connector, hidden: true },
  { id: 'moduleA', label: 'A module', value: ({ row }) => row.a.module, mono: true, hidden: true },
  { id: 'deviceB', label: 'B device', value: (line) => farEnds(line, ({ device }) => device), width: '7%' },
  { id: 'portB', label: 'B port', value: (line) => farEnds(line, ({ port }) => port), width: '116px' },
  {
    id: 'connectorB',
    label: 'B connector',
    value: (line) => farEnds(line, ({ connector }) => connector),
    hidden: true,
  },
  {
    id: 'moduleB',
    label: 'B module',
    value: (line) => farEnds(line, ({ module }) => module),
    mono: true,
    hidden: true,
  },
  { id: 'network', label: 'Network', value: ({ row }) => row.network },
  { id: 'vlans', label: 'VLANs', value: ({ row }) => row.vlans, width: '72px' },
  { id: 'labelA', label: 'Label A', value: ({ row }) => row.a.label, hidden: true },
  { id: 'labelB', label: 'Label B', value: (line) => farEnds(line, ({ label }) => label), hidden: true },
  { id: 'problem', label: 'Problem', value: ({ row }) => row.problem },
];
