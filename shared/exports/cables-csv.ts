import { endLabel, type CableRow, type CableRowEnd } from '../bom/index.ts';
import { projectOf } from '../model/index.ts';
import { toCsv, type Column } from './csv.ts';
import { defineExporter } from './define.ts';
import { fileStem } from './file-stem.ts';

/** The cable schedule: one row per cable with both ends, for the person who pulls them. */
export const cablesCsv = defineExporter({
  id: 'cables-csv',
  label: 'Cable schedule (CSV)',
  description: 'Every cable from port to port, with length, connectors and label texts.',
  shape: 'file',
  extension: 'csv',
  produce: ({ outcome }) => {
    const stem = fileStem(projectOf(outcome.design).name);
    return [{ kind: 'text', path: `${stem}-cables.csv`, text: toCsv(COLUMNS, outcome.bom.cables) }];
  },
});

const LENGTH_FROM: Readonly<Record<CableRow['run']['lengthFrom'], string>> = {
  link: 'cable',
  pair: 'pair of devices',
  racks: 'racks',
};

/** The ends of a breakout cable stand in one cell, in the order of their lanes. */
function listed(ends: readonly CableRowEnd[], word: (end: CableRowEnd) => string): string {
  return ends.map(word).join('; ');
}

function countedPlugs(ends: readonly CableRowEnd[]): string {
  const connector = ends[0]?.plug.connector ?? '';
  return ends.length < 2 || connector === '' ? connector : `${ends.length} x ${connector}`;
}

const COLUMNS: readonly Column<CableRow>[] = [
  { heading: 'Cable ID', cell: (row) => row.tag },
  { heading: 'Type', cell: (row) => row.product.type },
  { heading: 'Medium', cell: (row) => row.product.medium },
  { heading: 'Length m (exact)', cell: (row) => row.run.lengthM },
  { heading: 'Length from', cell: (row) => LENGTH_FROM[row.run.lengthFrom] },
  { heading: 'Stock length', cell: (row) => row.product.stockLengthM },
  { heading: 'Part number', cell: (row) => row.product.partNumber },
  { heading: 'Speed Gb/s', cell: (row) => row.run.speedGbps },
  { heading: 'Colour', cell: () => null },
  { heading: 'A device', cell: (row) => row.a.device },
  { heading: 'A rack-U', cell: () => null },
  { heading: 'A port', cell: (row) => row.a.port },
  { heading: 'A connector', cell: (row) => row.a.plug.connector },
  { heading: 'A module PN', cell: (row) => row.a.plug.module },
  { heading: 'Lanes', cell: ({ b }) => b.map(({ lane }) => lane ?? '').join('; ') },
  { heading: 'B device', cell: ({ b }) => listed(b, ({ device }) => device) },
  { heading: 'B rack-U', cell: () => null },
  { heading: 'B port', cell: ({ b }) => listed(b, ({ port }) => port) },
  { heading: 'B connector', cell: ({ b }) => countedPlugs(b) },
  { heading: 'B module PN', cell: ({ b }) => b[0]?.plug.module ?? '' },
  { heading: 'VLANs', cell: (row) => row.carries.vlans },
  { heading: 'Network', cell: (row) => row.carries.network },
  { heading: 'Label text A', cell: (row) => endLabel(row.a) },
  {
    heading: 'Label text B',
    cell: ({ b }) =>
      listed(b, (end) => (end.lane === null ? endLabel(end) : `lane ${end.lane}: ${endLabel(end)}`)),
  },
  { heading: 'Problem', cell: (row) => row.problem },
];
