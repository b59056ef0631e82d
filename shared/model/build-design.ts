import { assert } from '../lib/assert.ts';
import { compareText } from '../lib/stable-json.ts';
import { TABLE_NAMES, type Design, type RecordOf, type TableName } from './design.ts';
import { DEFAULT_CABLING } from './cabling.ts';
import { DEFAULT_FABRIC } from './fabric.ts';

/** Records by table, as a file or a template lists them. */
export type DesignRecords = { readonly [T in TableName]: readonly RecordOf<T>[] };

/** Puts records into tables ordered by id. A repeated id inside a table is a bug of the caller. */
export function buildDesign(records: DesignRecords): Design {
  const tables: Partial<Record<TableName, ReadonlyMap<string, unknown>>> = {};
  for (const name of TABLE_NAMES) {
    const list: readonly { readonly id: string }[] = records[name];
    const table = new Map(
      [...list].sort((a, b) => compareText(a.id, b.id)).map((record) => [record.id, record]),
    );
    assert(table.size === list.length, `an id is used twice in ${name}`);
    tables[name] = table;
  }
  return tables as Design;
}

/** A design with nothing drawn. */
export function emptyDesign(name: string): Design {
  return buildDesign({
    project: [
      {
        id: 'project',
        name,
        customer: '',
        author: '',
        revision: 'A',
        revisionDate: '',
        currency: 'EUR',
        note: '',
      },
    ],
    fabric: [DEFAULT_FABRIC],
    cabling: [DEFAULT_CABLING],
    racks: [],
    networks: [],
    clusters: [],
    profiles: [],
    nodes: [],
    switches: [],
    links: [],
    placements: [],
    acknowledgements: [],
    parts: [],
  });
}
