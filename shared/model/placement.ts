import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';

/** Where a node or a switch stands on the canvas: its top left corner, in canvas units (px at 100 %). */
export const placementSchema = z.strictObject({
  /** Id of the node or the switch. */
  id: idSchema<'node' | 'switch'>(),
  x: z.number().min(-1e6).max(1e6),
  y: z.number().min(-1e6).max(1e6),
});
export type Placement = z.infer<typeof placementSchema>;
