import { compareText } from '../lib/stable-json.ts';
import type { Design, RecordOf, TableName } from './design.ts';

/** The design with these records put in or replaced. An empty list gives the same design back. */
export function withRecords<T extends TableName>(
  design: Design,
  table: T,
  records: readonly RecordOf<T>[],
): Design {
  if (records.length === 0) return design;
  const before: ReadonlyMap<string, unknown> = design[table];
  let grown = false;
  const next = new Map(before);
  for (const record of records) {
    grown ||= !before.has(record.id);
    next.set(record.id, record);
  }
  const ordered = grown ? new Map([...next].sort(([a], [b]) => compareText(a, b))) : next;
  return { ...design, [table]: ordered };
}

/** The design without the records of these ids; ids that are not there are passed over. */
export function withoutRecords(design: Design, table: TableName, ids: ReadonlySet<string>): Design {
  const before: ReadonlyMap<string, unknown> = design[table];
  const next = new Map([...before].filter(([id]) => !ids.has(id)));
  return next.size === before.size ? design : { ...design, [table]: next };
}
