import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';

/** Length a route needs, in metres. */
export const lengthSchema = z.number().positive('A length is above 0 m').max(10_000, 'At most 10000 m');

/**
 * Where the lengths of cables come from that have none of their own: first from the pair of devices they join,
 * then from the racks these stand in.
 */
export const cablingSchema = z.strictObject({
  id: z.literal('cabling'),
  /** Both ends in one rack. */
  sameRackM: lengthSchema,
  /** Ends in neighbouring racks. */
  nextRackM: lengthSchema,
  /** Added for every rack further away. */
  furtherRackM: lengthSchema,
  /** One of the ends stands in no rack. */
  noRackM: lengthSchema,
  /** Lengths between two devices, whatever their racks. */
  pairs: z
    .array(
      z.strictObject({
        a: idSchema<'node' | 'switch'>(),
        b: idSchema<'node' | 'switch'>(),
        lengthM: lengthSchema,
      }),
    )
    .max(5000, 'At most 5000 pairs have a length of their own'),
});
export type Cabling = z.infer<typeof cablingSchema>;

/** What a new design begins with: inside a rack, to the next one, and 2 m more for each rack between. */
export const DEFAULT_CABLING: Cabling = {
  id: 'cabling',
  sameRackM: 2,
  nextRackM: 5,
  furtherRackM: 2,
  noRackM: 3,
  pairs: [],
};
