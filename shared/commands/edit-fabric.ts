import { z } from 'zod';
import { ok } from '../lib/result.ts';
import { TABLES, fabricOf, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { mergeChanges } from './edit-record.ts';

/** Changes the fabric policy that hosts and switches follow. */
export const editFabric = defineCommand({
  id: 'edit-fabric',
  payload: z.strictObject({ changes: TABLES.fabric.omit({ id: true }).partial() }),
  label: () => 'Edit the fabric policy',
  apply: (design, { changes }) =>
    ok(withRecords(design, 'fabric', [mergeChanges(fabricOf(design), changes)])),
});
