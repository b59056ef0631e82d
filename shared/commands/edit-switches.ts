import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { switchChanges, withSwitchChanges } from './edit-switch.ts';

/** Sets the same on several switches in one step. */
export const editSwitches = defineCommand({
  id: 'edit-switches',
  payload: z.strictObject({
    ids: z.array(TABLES.switches.shape.id).min(1, 'No switch is chosen'),
    changes: switchChanges,
  }),
  label: ({ ids }) => (ids.length === 1 ? 'Edit a switch' : `Edit ${ids.length} switches`),
  apply: (design, { ids, changes }) => {
    const switches = ids.flatMap((switchId) => design.switches.get(switchId) ?? []);
    if (switches.length !== ids.length) return err('One of these switches is not there any more.');
    return ok(
      withRecords(
        design,
        'switches',
        switches.map((record) => withSwitchChanges(record, changes)),
      ),
    );
  },
});
