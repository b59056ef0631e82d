import type { CableRow, CableRowEnd } from '../bom/index.ts';
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

const LENGTH_FROM: Readonly<Record<CableRow['lengthFrom'], string>> = {
  link: 'cable',
  pair: 'pair of devices',
  racks: 'racks',
};

/** The ends of a breakout cable stand in one cell, in the order of their lanes. */
function listed(ends: readonly CableRowEnd[], word: (end: CableRowEnd) => string): string {
  return ends.map(word).join('; ');
}

function countedPlugs(ends: readonly CableRowEnd[]): string {
  const connector = ends[0]?.connector ?? '';
  return ends.length < 2 || connector === '' ? connector : `${ends.length} x ${connector}`;
}

const COLUMNS: readonly Column<CableRow>[] = [
  { heading: 'Cable ID', cell: (row) => row.tag },
  { heading: 'Type', cell: (row) => row.type },
  { heading: 'Medium', cell: (row) => row.medium },
  { heading: 'Length m (exact)', cell: (row) => row.lengthM },
  { heading: 'Length from', cell: (row) => LENGTH_FROM[row.lengthFrom] },
  { heading: 'Stock length', cell: (row) => row.stockLengthM },
  { heading: 'Part number', cell: (row) => row.partNumber },
  { heading: 'Speed Gb/s', cell: (row) => row.speedGbps },
  { heading: 'Colour', cell: () => null },
  { heading: 'A device', cell: (row) => row.a.device },
  { heading: 'A rack-U', cell: () => null },
  { heading: 'A port', cell: (row) => row.a.port },
  { heading: 'A connector', cell: (row) => row.a.connector },
  { heading: 'A module PN', cell: (row) => row.a.module },
  { heading: 'Lanes', cell: ({ b }) => b.map(({ lane }) => lane ?? '').join('; ') },
  { heading: 'B device', cell: ({ b }) => listed(b, ({ device }) => device) },
  { heading: 'B rack-U', cell: () => null },
  { heading: 'B port', cell: ({ b }) => listed(b, ({ port }) => port) },
  { heading: 'B connector', cell: ({ b }) => countedPlugs(b) },
  { heading: 'B module PN', cell: ({ b }) => b[0]?.module ?? '' },
  { heading: 'VLANs', cell: (row) => row.vlans },
  { heading: 'Network', cell: (row) => row.network },
  { heading: 'Label text A', cell: (row) => row.a.label },
  {
    heading: 'Label text B',
    cell: ({ b }) => listed(b, ({ label, lane }) => (lane === null ? label : `lane ${lane}: ${label}`)),
  },
  { heading: 'Problem', cell: (row) => row.problem },
];
