import { z } from 'zod';
import { lineSchema } from '../lib/text.ts';

export const prioritySchema = z
  .int()
  .min(0, 'An 802.1p priority is 0 to 7')
  .max(7, 'An 802.1p priority is 0 to 7');
export const shareSchema = z.int().min(1, 'A share is 1 to 99 %').max(99, 'A share is 1 to 99 %');
/** IP MTU in bytes, without the Ethernet header. */
export const mtuSchema = z.int().min(1280, 'At least 1280 bytes').max(16_000, 'At most 16000 bytes');

/**
 * One place for what hosts and switches must agree on. The default class takes what the shares leave.
 * Values that break a rule can be stored: the rules judge them.
 */
export const fabricSchema = z.strictObject({
  id: z.literal('fabric'),
  /** Data Center Bridging is installed and configured on the hosts. */
  dcb: z.boolean(),
  smbPriority: prioritySchema,
  clusterPriority: prioritySchema,
  defaultPriority: prioritySchema,
  /** Priorities on which hosts and switches run PFC. */
  losslessPriorities: z.array(prioritySchema).max(8),
  /** ETS percentages. The cluster's follows the line speed where it is null. */
  smbShare: shareSchema,
  clusterShare: shareSchema.nullable(),
  /** Further traffic classes beside SMB, Cluster and the default one. */
  extraClasses: z
    .array(z.strictObject({ name: lineSchema(1, 40), priority: prioritySchema, share: shareSchema }))
    .max(8),
  dcbxWilling: z.boolean(),
  /** IP MTU of storage interfaces; the adapter's *JumboPacket is this plus 14. */
  mtu: mtuSchema,
  /** Frame size the switches carry, IP MTU plus headers as switches count it. */
  switchMtu: mtuSchema,
  /** 802.3x pause on the adapters. */
  hostFlowControl: z.boolean(),
  /** ECN marking of the SMB queue on the switches. */
  ecn: z.boolean(),
  /** PCIe maximum payload size in bytes, for the ceilings. */
  maxPayloadBytes: z.union([z.literal(128), z.literal(256), z.literal(512)]),
  /** PCIe maximum read request size in bytes: it decides what sending and receiving at once leave each other. */
  maxReadBytes: z.union([
    z.literal(128),
    z.literal(256),
    z.literal(512),
    z.literal(1024),
    z.literal(2048),
    z.literal(4096),
  ]),
  liveMigration: z.enum(['smb', 'compression', 'tcpip']),
  /** Bandwidth limit of live migration over SMB in MB/s (10^6); null for none. */
  liveMigrationLimitMBps: z.int().positive().max(100_000).nullable(),
});
export type FabricPolicy = z.infer<typeof fabricSchema>;

/**
 * Current guidance (host network requirements, Converged NIC guide): SMB 3 at 50 %, cluster 7 with 1 or 2 % by speed,
 * default 0, willing off.
 */
export const DEFAULT_FABRIC: FabricPolicy = {
  id: 'fabric',
  dcb: true,
  smbPriority: 3,
  clusterPriority: 7,
  defaultPriority: 0,
  losslessPriorities: [3],
  smbShare: 50,
  clusterShare: null,
  extraClasses: [],
  dcbxWilling: false,
  mtu: 9000,
  switchMtu: 9216,
  hostFlowControl: false,
  ecn: true,
  maxPayloadBytes: 256,
  maxReadBytes: 512,
  liveMigration: 'smb',
  liveMigrationLimitMBps: 750,
};

/** ETS share left for the default class, percent; can be negative when the shares are too large. */
export function defaultShare(
  fabric: Pick<FabricPolicy, 'smbShare' | 'extraClasses'> & { readonly clusterShare: number },
): number {
  return (
    100 -
    fabric.smbShare -
    fabric.clusterShare -
    fabric.extraClasses.reduce((sum, extra) => sum + extra.share, 0)
  );
}
