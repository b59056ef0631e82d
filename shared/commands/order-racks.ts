import { z } from 'zod';
import { must } from '../lib/assert.ts';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';

/** Puts racks in another order: they share out the places they have now, so that gaps in the row stay. */
export const orderRacks = defineCommand({
  id: 'order-racks',
  payload: z.strictObject({ ids: z.array(TABLES.racks.shape.id).min(2, 'Two racks at least') }),
  label: () => 'Reorder the racks',
  apply: (design, { ids }) => {
    const racks = ids.flatMap((rackId) => design.racks.get(rackId) ?? []);
    if (racks.length !== ids.length) return err('One of these racks is not there any more.');
    const places = racks.map(({ position }) => position).sort((a, b) => a - b);
    return ok(
      withRecords(
        design,
        'racks',
        racks.map((rack, i) => ({ ...rack, position: must(places[i], 'a place') })),
      ),
    );
  },
});
