import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { lineSchema } from '../lib/text.ts';
import { mtuSchema, prioritySchema } from './fabric.ts';

const percentSchema = z.int().min(0, 'A share is 0 to 100 %').max(100, 'A share is 0 to 100 %');

/** Where one switch departs from the fabric policy; null follows the policy. */
export const switchOverridesSchema = z.strictObject({
  smbPriority: prioritySchema.nullable(),
  losslessPriorities: z.array(prioritySchema).max(8).nullable(),
  shares: z.strictObject({ smb: percentSchema, cluster: percentSchema, default: percentSchema }).nullable(),
  dcbxWilling: z.boolean().nullable(),
  mtu: mtuSchema.nullable(),
  ecn: z.boolean().nullable(),
  /** VLANs carried on host ports; null for those of all networks cabled to it. */
  vlans: z.array(z.int().min(1).max(4094)).max(4094).nullable(),
});
export type SwitchOverrides = z.infer<typeof switchOverridesSchema>;

export const switchSchema = z.strictObject({
  id: idSchema<'switch'>(),
  name: lineSchema(1, 200),
  partId: idSchema<'part'>(),
  /** The rack it stands in; null when not decided. */
  rackId: idSchema<'rack'>().nullable(),
  overrides: switchOverridesSchema,
  /** PFC switched on at the host ports. */
  pfc: z.boolean(),
  /** 802.3x pause on the host ports. */
  globalPause: z.boolean(),
  /** Host ports are trunks (true) or access ports. */
  trunk: z.boolean(),
  /** Host ports of one node are bundled into a LAG, MLAG or port channel. */
  hostPortChannel: z.boolean(),
});
export type Switch = z.infer<typeof switchSchema>;

/** A switch that follows the fabric policy in everything. */
export const NO_OVERRIDES: SwitchOverrides = {
  smbPriority: null,
  losslessPriorities: null,
  shares: null,
  dcbxWilling: null,
  mtu: null,
  ecn: null,
  vlans: null,
};
