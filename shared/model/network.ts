import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { lineSchema } from '../lib/text.ts';

export const ipv4Schema = z.ipv4('An IPv4 address looks like 10.71.1.11');

export const PURPOSES = ['storage', 'management', 'compute', 'live-migration', 'cluster'] as const;

/** A purpose with its VLAN and subnet. VLAN 0 means untagged. */
export const networkSchema = z.strictObject({
  id: idSchema<'network'>(),
  name: lineSchema(1, 60),
  purpose: z.enum(PURPOSES),
  vlan: z.int().min(0, 'A VLAN is 0 (untagged) to 4094').max(4094, 'A VLAN is 0 (untagged) to 4094'),
  /** For example 10.71.1.0/24; null when addresses are not planned. */
  subnet: z.cidrv4('A subnet looks like 10.71.1.0/24').nullable(),
  /** Last part of the first address handed out automatically, counted from the subnet's base address. */
  firstHost: z.int().min(1).max(65_000),
  gateway: ipv4Schema.nullable(),
  dns: z.array(ipv4Schema).max(4),
});
export type Network = z.infer<typeof networkSchema>;
