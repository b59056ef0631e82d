import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { lineSchema } from '../lib/text.ts';

/** A rack that nodes and switches stand in. Racks form one row. */
export const rackSchema = z.strictObject({
  id: idSchema<'rack'>(),
  name: lineSchema(1, 40),
  /** Place in the row, from 1; neighbours differ by one. */
  position: z.int().min(1, 'A place in the row is 1 or more').max(1000, 'At most 1000 places in a row'),
});
export type Rack = z.infer<typeof rackSchema>;
