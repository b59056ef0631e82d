import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords, type Design, type RecordOf, type TableName } from '../model/index.ts';
import { defineCommand, type Command } from './define.ts';

type EditableTable = Exclude<TableName, 'parts' | 'placements' | 'acknowledgements' | 'links'>;

type Changes<T extends TableName> = {
  readonly [K in keyof Omit<RecordOf<T>, 'id'>]?: RecordOf<T>[K] | undefined;
};

export interface EditPayload<T extends TableName> {
  readonly id: RecordOf<T>['id'];
  readonly changes: Changes<T>;
}

/** A command that replaces fields of one record. `what` names the record in the menus. */
export function defineEdit<const Id extends string, T extends EditableTable>(
  id: Id,
  table: T,
  what: (record: RecordOf<T>) => string,
): Command<Id, EditPayload<T>> {
  return defineCommand({
    id,
    payload: editSchema(table),
    label: (payload, design) => {
      const record = recordOf(design, table, payload.id);
      return record ? `Edit ${what(record)}` : 'Edit';
    },
    apply: (design, payload) => {
      const record = recordOf(design, table, payload.id);
      if (!record) return err(`There is no "${payload.id}" to edit.`);
      return ok(withRecords(design, table, [mergeChanges(record, payload.changes as Loose<RecordOf<T>>)]));
    },
  });
}

type Loose<R> = { readonly [K in keyof R]?: R[K] | undefined };

/** The record with the given fields replaced; a field that is undefined stays. */
export function mergeChanges<R extends object>(
  record: R,
  changes: { readonly [K in keyof R]?: R[K] | undefined },
): R {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...record, ...(Object.fromEntries(given) as Partial<R>) };
}

function recordOf<T extends TableName>(design: Design, table: T, id: string): RecordOf<T> | undefined {
  return (design[table] as ReadonlyMap<string, RecordOf<T>>).get(id);
}

function editSchema<T extends EditableTable>(table: T): z.ZodType<EditPayload<T>> {
  const record: z.ZodObject = TABLES[table];
  return z.strictObject({
    id: z.string(),
    changes: record.omit({ id: true }).partial(),
  }) as unknown as z.ZodType<EditPayload<T>>;
}
