import { endLabel, type CableRow } from '../../shared/bom/index.ts';
import { must } from '../../shared/lib/assert.ts';
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
  return rows.map((row) => ({ linkId: must(row.run.links[0], 'a link of a cable').id, row }));
}

/** The links of a row: a breakout cable has one per lane. */
export function linkIdsOf({ row }: CableLine): readonly LinkId[] {
  return row.run.links.map(({ id }) => id);
}

/** The ends opposite A, in one cell: a breakout cable has several. */
function farEnds({ row }: CableLine, word: (end: CableRow['b'][number]) => string): string {
  return [...new Set(row.b.map(word))].join(', ');
}

/** Columns that make room for the problem while there is one: an unbuildable cable has no speed and no stock. */
export const LESS_THAN_A_PROBLEM: ReadonlySet<string> = new Set(['speed', 'stock', 'vlans']);

export const CABLE_COLUMNS: readonly Column<CableLine>[] = [
  { id: 'tag', label: 'Cable', value: ({ row }) => row.tag, mono: true, width: '64px' },
  { id: 'type', label: 'Type', value: ({ row }) => row.product.type, width: '14%' },
  { id: 'medium', label: 'Medium', value: ({ row }) => row.product.medium, hidden: true },
  {
    id: 'speed',
    label: 'Speed',
    value: ({ row }) => row.run.speedGbps,
    text: ({ row }) => lineSpeed(row.run.speedGbps),
    align: 'end',
    width: '56px',
  },
  { id: 'length', label: 'Length m', value: ({ row }) => row.run.lengthM, align: 'end', width: '84px' },
  {
    id: 'stock',
    label: 'Stock m',
    value: ({ row }) => row.product.stockLengthM,
    align: 'end',
    width: '64px',
  },
  {
    id: 'partNumber',
    label: 'Part number',
    value: ({ row }) => row.product.partNumber,
    mono: true,
    width: '12%',
  },
  { id: 'deviceA', label: 'A device', value: ({ row }) => row.a.device, width: '7%' },
  { id: 'portA', label: 'A port', value: ({ row }) => row.a.port, width: '116px' },
  { id: 'connectorA', label: 'A connector', value: ({ row }) => row.a.plug.connector, hidden: true },
  { id: 'moduleA', label: 'A module', value: ({ row }) => row.a.plug.module, mono: true, hidden: true },
  { id: 'deviceB', label: 'B device', value: (line) => farEnds(line, ({ device }) => device), width: '7%' },
  { id: 'portB', label: 'B port', value: (line) => farEnds(line, ({ port }) => port), width: '116px' },
  {
    id: 'connectorB',
    label: 'B connector',
    value: (line) => farEnds(line, ({ plug }) => plug.connector),
    hidden: true,
  },
  {
    id: 'moduleB',
    label: 'B module',
    value: (line) => farEnds(line, ({ plug }) => plug.module),
    mono: true,
    hidden: true,
  },
  { id: 'network', label: 'Network', value: ({ row }) => row.carries.network },
  { id: 'vlans', label: 'VLANs', value: ({ row }) => row.carries.vlans, width: '72px' },
  { id: 'labelA', label: 'Label A', value: ({ row }) => endLabel(row.a), hidden: true },
  { id: 'labelB', label: 'Label B', value: (line) => farEnds(line, endLabel), hidden: true },
  { id: 'problem', label: 'Problem', value: ({ row }) => row.problem },
];
