import type { CableRow } from '../bom/index.ts';
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

const COLUMNS: readonly Column<CableRow>[] = [
  { heading: 'Cable ID', cell: (row) => row.tag },
  { heading: 'Type', cell: (row) => row.type },
  { heading: 'Medium', cell: (row) => row.medium },
  { heading: 'Length m (exact)', cell: (row) => row.lengthM },
  { heading: 'Stock length', cell: (row) => row.stockLengthM },
  { heading: 'Part number', cell: (row) => row.partNumber },
  { heading: 'Speed Gb/s', cell: (row) => row.speedGbps },
  { heading: 'Colour', cell: () => null },
  { heading: 'A device', cell: (row) => row.a.device },
  { heading: 'A rack-U', cell: () => null },
  { heading: 'A port', cell: (row) => row.a.port },
  { heading: 'A connector', cell: (row) => row.a.connector },
  { heading: 'A module PN', cell: (row) => row.a.module },
  { heading: 'B device', cell: (row) => row.b.device },
  { heading: 'B rack-U', cell: () => null },
  { heading: 'B port', cell: (row) => row.b.port },
  { heading: 'B connector', cell: (row) => row.b.connector },
  { heading: 'B module PN', cell: (row) => row.b.module },
  { heading: 'VLANs', cell: (row) => row.vlans },
  { heading: 'Network', cell: (row) => row.network },
  { heading: 'Label text A', cell: (row) => row.labelA },
  { heading: 'Label text B', cell: (row) => row.labelB },
  { heading: 'Problem', cell: (row) => row.problem },
];
