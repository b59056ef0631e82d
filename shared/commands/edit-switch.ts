import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords, type Switch } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { mergeChanges } from './edit-record.ts';

const { id, overrides, ...rest } = TABLES.switches.shape;

/** Fields of a switch to replace; of the overrides only those given. */
export const switchChanges = z
  .strictObject(rest)
  .partial()
  .extend({ overrides: overrides.partial().optional() });

/** The switch with these changes; null in an override follows the policy again. */
export function withSwitchChanges(before: Switch, changes: z.infer<typeof switchChanges>): Switch {
  const { overrides: given, ...others } = changes;
  const merged = mergeChanges(before, others);
  return given ? { ...merged, overrides: mergeChanges(merged.overrides, given) } : merged;
}

/** Changes one switch. Of the overrides only those given are replaced; null follows the policy again. */
export const editSwitch = defineCommand({
  id: 'edit-switch',
  payload: z.strictObject({ id, changes: switchChanges }),
  label: (payload, design) => `Edit switch ${design.switches.get(payload.id)?.name ?? ''}`.trimEnd(),
  apply: (design, payload) => {
    const before = design.switches.get(payload.id);
    if (!before) return err(`There is no switch "${payload.id}".`);
    return ok(withRecords(design, 'switches', [withSwitchChanges(before, payload.changes)]));
  },
});
