import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, adapterSlotSchema, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { mergeChanges } from './edit-record.ts';

/** Changes the adapter in one slot of a profile: product, what the slot offers, protocol, versions, ports. */
export const editAdapter = defineCommand({
  id: 'edit-adapter',
  payload: z.strictObject({
    profileId: TABLES.profiles.shape.id,
    slot: z.string(),
    changes: adapterSlotSchema.omit({ slot: true }).partial(),
  }),
  label: ({ slot }) => `Edit the adapter in slot ${slot}`,
  apply: (design, { profileId, slot, changes }) => {
    const profile = design.profiles.get(profileId);
    if (!profile) return err(`There is no profile "${profileId}".`);
    if (!profile.adapters.some((adapter) => adapter.slot === slot))
      return err(`Slot ${slot} of ${profile.name} is empty.`);
    const adapters = profile.adapters.map((adapter) =>
      adapter.slot === slot ? mergeChanges(adapter, changes) : adapter,
    );
    return ok(withRecords(design, 'profiles', [{ ...profile, adapters }]));
  },
});
