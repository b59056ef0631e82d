import { z } from 'zod';
import { protocolSchema } from '../catalog/types.ts';
import { idSchema } from '../lib/ids.ts';
import { lineSchema } from '../lib/text.ts';

/** Windows Server versions the scripts know, oldest first. */
export const OS_VERSIONS = ['2012', '2012r2', '2016', '2019', '2022', '2025'] as const;
export const osSchema = z.enum(OS_VERSIONS);
export type OsVersion = z.infer<typeof osSchema>;

/** True when `os` is `than` or newer. */
export function isAtLeast(os: OsVersion, than: OsVersion): boolean {
  return OS_VERSIONS.indexOf(os) >= OS_VERSIONS.indexOf(than);
}

export const slotSchema = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,16}$/, 'A slot is 1 to 16 letters, digits or dashes');

/** One port of one slot, the same in every node of a profile. Ports count from 1. */
export const portRefSchema = z.strictObject({ slot: slotSchema, port: z.int().min(1).max(4) });
export type PortRef = z.infer<typeof portRefSchema>;

/** What a profile says of one port beyond its defaults. */
const portUseSchema = z.strictObject({
  port: z.int().min(1).max(4),
  /** Name the Windows adapter gets; null for `SLOT <slot> Port <port>`. */
  name: lineSchema(1, 60).nullable(),
  /** Network whose address this port itself carries (dedicated adapter); null under a virtual switch or unused. */
  networkId: idSchema<'network'>().nullable(),
  /** Fixed line speed in Gb/s; null to take the greatest both ends share. */
  speedGbps: z.number().positive().nullable(),
});

export const adapterSlotSchema = z.strictObject({
  slot: slotSchema,
  partId: idSchema<'part'>(),
  /** What the slot offers: PCIe generation and electrical lanes. */
  gen: z.int().min(1).max(6),
  lanes: z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(8), z.literal(16)]),
  /** RDMA protocol set on the adapter; null when RDMA is off or the card has none. */
  protocol: protocolSchema.nullable(),
  firmware: lineSchema(1, 60).nullable(),
  driver: lineSchema(1, 60).nullable(),
  /** Enable-NetAdapterQos on its ports. */
  qos: z.boolean(),
  /** LLDP agent in the adapter's firmware: on, off, or null when not known. */
  firmwareLldp: z.boolean().nullable(),
  ports: z.array(portUseSchema).max(4),
});
export type AdapterSlot = z.infer<typeof adapterSlotSchema>;

/** Features that the SET documentation lists as not compatible with a SET switch. */
const TEAM_FEATURES = [
  '802.1X',
  'IPsec task offload',
  'Host QoS pacer',
  'RSC on the adapter',
  'Native RSS',
  'TCP Chimney',
  'VM QoS',
] as const;

/** A team or virtual switch over adapter ports. `vswitch` is an external switch without embedded teaming. */
export const teamSchema = z.strictObject({
  name: lineSchema(1, 60),
  kind: z.enum(['set', 'vswitch', 'lbfo']),
  members: z.array(portRefSchema).max(32),
  /** Members marked standby; SET knows none, LBFO does. */
  standby: z.array(portRefSchema).max(32),
  mode: z.enum(['SwitchIndependent', 'Static', 'LACP']),
  loadBalancing: z.enum(['HyperVPort', 'Dynamic', 'TransportPorts', 'IPAddresses', 'MacAddresses']),
  iov: z.boolean(),
  packetDirect: z.boolean(),
  features: z.array(z.enum(TEAM_FEATURES)),
  /** An LBFO team that is the uplink of a virtual switch; true for the other kinds. */
  virtualSwitch: z.boolean(),
});
export type Team = z.infer<typeof teamSchema>;

/** A virtual adapter of the management operating system, or the team interface of an LBFO team without a switch. */
export const hostVnicSchema = z.strictObject({
  name: lineSchema(1, 60),
  /** Name of the team it hangs on. */
  team: lineSchema(1, 60),
  networkId: idSchema<'network'>(),
  rdma: z.boolean(),
  /** IeeePriorityTag. */
  priorityTag: z.boolean(),
  /** Team member it is mapped to (Set-VMNetworkAdapterTeamMapping); null for none. */
  mappedTo: portRefSchema.nullable(),
});
export type HostVnic = z.infer<typeof hostVnicSchema>;

/** The hardware and operating system several nodes share. */
export const profileSchema = z.strictObject({
  id: idSchema<'profile'>(),
  name: lineSchema(1, 60),
  serverId: idSchema<'part'>(),
  os: osSchema,
  adapters: z.array(adapterSlotSchema).max(16),
  teams: z.array(teamSchema).max(8),
  vnics: z.array(hostVnicSchema).max(32),
  /** A kernel debugger is attached (developers only): it keeps flow control off. */
  kernelDebugger: z.boolean(),
});
export type Profile = z.infer<typeof profileSchema>;
