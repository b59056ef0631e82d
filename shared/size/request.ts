import { z } from 'zod';
import { protocolSchema } from '../catalog/types.ts';
import { idSchema } from '../lib/ids.ts';
import { lineSchema } from '../lib/text.ts';
import { mtuSchema, osSchema, vmLoadSchema } from '../model/index.ts';

/** How nodes are joined. */
export const TOPOLOGIES = ['direct', 'one-switch', 'switch-pair', 'mesh'] as const;
export type Topology = (typeof TOPOLOGIES)[number];

/** Line speeds a search compares, Gb/s. */
export const SIZE_SPEEDS = [10, 25, 40, 50, 56, 100] as const;

function isSizeSpeed(speed: number): boolean {
  return SIZE_SPEEDS.some((known) => known === speed);
}

/** What rows can be ranked by; the best of each comes first. */
export const RANKINGS = ['price', 'watts', 'rack-units', 'headroom'] as const;
export type Ranking = (typeof RANKINGS)[number];

const count = z.int().min(1, 'At least one node').max(64, 'A failover cluster has at most 64 nodes');

/** Who stores and who computes: two clusters, or one that does both. */
const nodesSchema = z.union(
  [z.strictObject({ fileServers: count, hyperV: count }), z.strictObject({ hyperConverged: count })],
  'Either fileServers and hyperV, or hyperConverged',
);

/** What has to be reached. */
const targetSchema = z.union(
  [
    /** GB/s (10^9 bytes) that each file server, or each hyper-converged node, delivers. */
    z.strictObject({ gigabytesPerServer: z.number().min(0.1, 'At least 0.1 GB/s').max(1000) }),
    /** What the virtual machines ask for. */
    z.strictObject({ vms: z.array(vmLoadSchema).min(1).max(32) }),
  ],
  'Either gigabytesPerServer or vms',
);

/** Requirements of the sizing wizard, and the file `clusterwright size --request` reads. */
export const sizeRequestSchema = z.strictObject({
  name: lineSchema(1, 200).default('Sized design'),
  nodes: nodesSchema,
  target: targetSchema,
  /** What may fail, one at a time, with the target still reached. */
  survive: z
    .strictObject({
      adapter: z.boolean().default(false),
      cable: z.boolean().default(false),
      switch: z.boolean().default(false),
      /** One node that gives. */
      node: z.boolean().default(false),
    })
    .prefault({}),
  /** What is asked for beyond the target, for later, percent. */
  growthPercent: z.int().min(0).max(1000).default(0),
  os: osSchema.default('2022'),
  /** The RDMA protocol; null takes any. */
  protocol: protocolSchema.nullable().default(null),
  mtu: mtuSchema.default(9000),
  cables: z
    .strictObject({
      /** Node to switch, or node to node, metres. */
      lengthM: z.number().positive().max(10_000).default(3),
      /** Switch to switch, metres. */
      interSwitchM: z.number().positive().max(10_000).default(1),
      medium: z.enum(['auto', 'dac', 'aoc', 'multimode', 'single-mode']).default('auto'),
    })
    .prefault({}),
  /** What the search keeps to; null or an empty list is no limit. */
  limits: z
    .strictObject({
      speedsGbps: z
        .array(z.number().refine(isSizeSpeed, `A speed is one of ${SIZE_SPEEDS.join(', ')} Gb/s`))
        .max(SIZE_SPEEDS.length)
        .default([]),
      topologies: z.array(z.enum(TOPOLOGIES)).default([]),
      adapterMakers: z.array(lineSchema(1, 80)).default([]),
      switchMakers: z.array(lineSchema(1, 80)).default([]),
      adapterIds: z.array(idSchema<'part'>()).default([]),
      switchIds: z.array(idSchema<'part'>()).default([]),
      /** RDMA adapters in one node. */
      adaptersPerNode: z.int().min(1).max(8).default(4),
      /** Switch ports that stay free on each switch, percent of its host ports. */
      freePortsPercent: z.int().min(0).max(90).default(0),
    })
    .prefault({}),
  /** Server models; null takes one the catalog gives for the operating system's time. */
  servers: z
    .strictObject({
      fileServer: idSchema<'part'>().nullable().default(null),
      hyperV: idSchema<'part'>().nullable().default(null),
      hyperConverged: idSchema<'part'>().nullable().default(null),
    })
    .prefault({}),
  /** Storage networks; null takes one per port of a node up to two, as many subnets as failover clusters want. */
  storageNetworks: z.int().min(1).max(8).nullable().default(null),
  /** Prices of one piece in the currency of the design; the catalog has none of its own. */
  prices: z
    .array(z.strictObject({ partId: idSchema<'part'>(), price: z.number().min(0).max(10_000_000) }))
    .max(1000)
    .default([]),
  rankBy: z.enum(RANKINGS).default('headroom'),
});

/** A request with all that was left out filled in. */
export type SizeRequest = z.infer<typeof sizeRequestSchema>;
/** A request as users and files write it. */
export type SizeRequestInput = z.input<typeof sizeRequestSchema>;

/** The JSON Schema of a request, for editors and for programs that write requests. */
export function sizeRequestJsonSchema(): unknown {
  return z.toJSONSchema(sizeRequestSchema, { io: 'input', unrepresentable: 'any' });
}
