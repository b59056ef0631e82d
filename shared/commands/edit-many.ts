import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords, type RecordOf } from '../model/index.ts';
import { defineCommand, type Command } from './define.ts';
import { mergeChanges } from './edit-record.ts';

type ManyTable = 'clusters' | 'networks' | 'profiles';

type Fields<T extends ManyTable> = Omit<RecordOf<T>, 'id' | 'name'>;

export interface EditManyPayload<T extends ManyTable> {
  readonly ids: readonly RecordOf<T>['id'][];
  readonly changes: { readonly [K in keyof Fields<T>]?: Fields<T>[K] | undefined };
}

/** A command that sets fields of several records to the same values in one step. Names stay each record's own. */
export function defineEditMany<const Id extends string, T extends ManyTable>(
  id: Id,
  table: T,
  noun: readonly [one: string, many: string],
): Command<Id, EditManyPayload<T>> {
  return defineCommand({
    id,
    payload: manySchema(table, noun[0]),
    label: ({ ids }) => `Edit ${ids.length === 1 ? `a ${noun[0]}` : `${ids.length} ${noun[1]}`}`,
    apply: (design, { ids, changes }) => {
      const known = design[table] as ReadonlyMap<string, RecordOf<T>>;
      const records = ids.flatMap((recordId) => known.get(recordId) ?? []);
      if (records.length !== ids.length) return err(`One of these ${noun[1]} is not there any more.`);
      const given = changes as { readonly [K in keyof RecordOf<T>]?: RecordOf<T>[K] | undefined };
      return ok(
        withRecords(
          design,
          table,
          records.map((record) => mergeChanges(record, given)),
        ),
      );
    },
  });
}

function manySchema<T extends ManyTable>(table: T, one: string): z.ZodType<EditManyPayload<T>> {
  const record: z.ZodObject = TABLES[table];
  return z.strictObject({
    ids: z.array(z.string()).min(1, `No ${one} is chosen`),
    changes: record.omit({ id: true, name: true }).partial(),
  }) as unknown as z.ZodType<EditManyPayload<T>>;
}
