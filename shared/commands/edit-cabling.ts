import { z } from 'zod';
import { ok } from '../lib/result.ts';
import { TABLES, cablingOf, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { mergeChanges } from './edit-record.ts';

/** Changes the lengths that cables without one of their own take from their racks. */
export const editCabling = defineCommand({
  id: 'edit-cabling',
  payload: z.strictObject({ changes: TABLES.cabling.omit({ id: true, pairs: true }).partial() }),
  label: () => 'Edit the lengths by rack',
  apply: (design, { changes }) =>
    ok(withRecords(design, 'cabling', [mergeChanges(cablingOf(design), changes)])),
});
