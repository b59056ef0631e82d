import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { lineSchema } from '../lib/text.ts';
import { ipv4Schema } from './network.ts';
import { slotSchema } from './profile.ts';

/** One server. */
export const nodeSchema = z.strictObject({
  id: idSchema<'node'>(),
  name: lineSchema(1, 200),
  clusterId: idSchema<'cluster'>(),
  profileId: idSchema<'profile'>(),
  /** The rack it stands in; null when not decided. */
  rackId: idSchema<'rack'>().nullable(),
  /** Addresses that are not automatic. `endpoint` is a vNIC name or `<slot>/<port>`. */
  pins: z.array(z.strictObject({ endpoint: lineSchema(1, 60), address: ipv4Schema })).max(64),
  /** Hardware addresses where known, as AA-BB-CC-DD-EE-FF. */
  macs: z
    .array(
      z.strictObject({
        slot: slotSchema,
        port: z.int().min(1).max(4),
        mac: z.string().regex(/^[0-9A-F]{2}(-[0-9A-F]{2}){5}$/, 'A MAC address looks like AA-BB-CC-DD-EE-FF'),
      }),
    )
    .max(64),
});
export type Node = z.infer<typeof nodeSchema>;
