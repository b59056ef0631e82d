import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, adapterSlotSchema, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';

/** Puts an adapter into a free slot of one or more profiles, with the networks its ports begin with. */
export const addAdapter = defineCommand({
  id: 'add-adapter',
  payload: z.strictObject({
    /** Name of the card, for the menus. */
    model: z.string().min(1).max(120),
    adapters: z
      .array(z.strictObject({ profileId: TABLES.profiles.shape.id, adapter: adapterSlotSchema }))
      .min(1, 'No profile is chosen'),
    networks: z.array(TABLES.networks),
    /** New places of cards that make way for those that grew. */
    moves: z.array(TABLES.placements),
  }),
  label: ({ model, adapters }) =>
    adapters.length === 1 ? `Add ${model}` : `Add ${model} to ${adapters.length} profiles`,
  apply: (design, { adapters, networks, moves }) => {
    const clash = networks.find((network) => design.networks.has(network.id));
    if (clash) return err(`There is a network "${clash.id}" already.`);
    if (moves.some(({ id }) => !design.placements.has(id)))
      return err('One of these items is not there any more.');
    let next = withRecords(withRecords(design, 'networks', networks), 'placements', moves);
    for (const { profileId, adapter } of adapters) {
      const profile = next.profiles.get(profileId);
      if (!profile) return err(`There is no profile "${profileId}".`);
      if (profile.adapters.some(({ slot }) => slot === adapter.slot))
        return err(`Slot ${adapter.slot} of ${profile.name} holds an adapter already.`);
      next = withRecords(next, 'profiles', [{ ...profile, adapters: [...profile.adapters, adapter] }]);
    }
    return ok(next);
  },
});
