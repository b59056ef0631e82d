import { z } from 'zod';
import { ok } from '../lib/result.ts';
import { TABLES, projectOf, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { mergeChanges } from './edit-record.ts';

/** Changes the project details printed on every output. */
export const editProject = defineCommand({
  id: 'edit-project',
  payload: z.strictObject({ changes: TABLES.project.omit({ id: true }).partial() }),
  label: () => 'Edit the project details',
  apply: (design, { changes }) =>
    ok(withRecords(design, 'project', [mergeChanges(projectOf(design), changes)])),
});
