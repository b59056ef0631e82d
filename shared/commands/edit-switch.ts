import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { mergeChanges } from './edit-record.ts';

const { id, overrides, ...rest } = TABLES.switches.shape;

/** Changes one switch. Of the overrides only those given are replaced; null follows the policy again. */
export const editSwitch = defineCommand({
  id: 'edit-switch',
  payload: z.strictObject({
    id,
    changes: z.strictObject(rest).partial().extend({ overrides: overrides.partial().optional() }),
  }),
  label: (payload, design) => `Edit switch ${design.switches.get(payload.id)?.name ?? ''}`.trimEnd(),
  apply: (design, payload) => {
    const before = design.switches.get(payload.id);
    if (!before) return err(`There is no switch "${payload.id}".`);
    const { overrides: given, ...changes } = payload.changes;
    const merged = mergeChanges(before, changes);
    const next = given ? { ...merged, overrides: mergeChanges(merged.overrides, given) } : merged;
    return ok(withRecords(design, 'switches', [next]));
  },
});
