import type { Part } from '../catalog/types.ts';
import type { Design } from '../model/index.ts';

/** What records say of each other by id, in names; the same name in both designs is no difference. */
export type NameOf = (id: string) => string;

/** Names for the ids of one design. */
export function namesOf(design: Design, parts: ReadonlyMap<string, Part>): NameOf {
  const names = new Map<string, string>();
  for (const table of ['racks', 'networks', 'clusters', 'profiles', 'nodes', 'switches'] as const) {
    for (const { id, name } of design[table].values()) names.set(id, name);
  }
  for (const [id, part] of parts) names.set(id, part.model);
  return (id) => names.get(id) ?? id;
}

/** Fields that hold the id of something with a name. */
export const REFERENCES: ReadonlySet<string> = new Set([
  'clusterId',
  'profileId',
  'rackId',
  'networkId',
  'partId',
  'serverId',
  'cableId',
  'a',
  'b',
]);

const LABELS: Readonly<Record<string, string>> = {
  clusterId: 'Cluster',
  profileId: 'Profile',
  rackId: 'Rack',
  networkId: 'Network',
  partId: 'Model',
  serverId: 'Server',
  cableId: 'Chosen cable',
  os: 'Operating system',
  gen: 'PCIe generation',
  lanes: 'PCIe lanes',
  qos: 'QoS on the adapter',
  protocol: 'RDMA protocol',
  firmwareLldp: 'LLDP in firmware',
  speedGbps: 'Fixed speed, Gb/s',
  iov: 'SR-IOV',
  vnics: 'Host vNICs',
  rdma: 'RDMA',
  mappedTo: 'Mapped to',
  priorityTag: 'Priority tag',
  pins: 'Pinned addresses',
  macs: 'MAC addresses',
  vlan: 'VLAN',
  vlans: 'VLANs',
  dns: 'DNS servers',
  firstHost: 'First address',
  pfc: 'PFC',
  ecn: 'ECN',
  dcb: 'DCB',
  mtu: 'MTU',
  switchMtu: 'MTU of the switches',
  smb: 'SMB, %',
  cluster: 'Cluster, %',
  default: 'Default, %',
  smbShare: 'SMB share, %',
  clusterShare: 'Cluster share, %',
  smbPriority: 'SMB priority',
  dcbxWilling: 'DCBX willing',
  losslessPriorities: 'Lossless priorities',
  globalPause: 'Pause on host ports',
  hostFlowControl: 'Pause on the adapters',
  maxPayloadBytes: 'PCIe payload, bytes',
  maxReadBytes: 'PCIe read request, bytes',
  liveMigration: 'Live migration',
  liveMigrationLimitMBps: 'Live migration limit, MB/s',
  hostPortChannel: 'Host ports bundled',
  overrides: 'Own settings',
  shares: 'ETS shares',
  sameRackM: 'In one rack, m',
  nextRackM: 'To the next rack, m',
  furtherRackM: 'For each further rack, m',
  noRackM: 'Without a rack, m',
  pairs: 'Lengths of pairs',
  lengthM: 'Length, m',
  medium: 'Medium',
  position: 'Place in the row',
  vms: 'Virtual machines',
  growthPercent: 'Growth, %',
  blockKiB: 'Block size, KiB',
  readShare: 'Reads, %',
  iops: 'IOPS of one',
  kind: 'Kind',
};

/** Fields in which nothing set means that the program decides. */
export const AUTOMATIC: ReadonlySet<string> = new Set(['clusterShare']);

/** The heading of a field: its name in the record made into words where it has no other. */
export function labelOf(field: string): string {
  const known = LABELS[field];
  if (known !== undefined) return known;
  const words = field.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** What tells the entries of a list inside a record apart: slot, port, name, interface or the pair of devices. */
export function entryLabel(entry: Readonly<Record<string, unknown>>, index: number, nameOf: NameOf): string {
  const text = (key: string) => String(entry[key]);
  if ('slot' in entry && 'port' in entry) return `slot ${text('slot')} port ${text('port')}`;
  if ('slot' in entry) return `slot ${text('slot')}`;
  if ('port' in entry) return `port ${text('port')}`;
  if ('endpoint' in entry) return text('endpoint');
  if ('name' in entry) return text('name');
  if ('a' in entry && 'b' in entry) return `${nameOf(text('a'))} to ${nameOf(text('b'))}`;
  return String(index + 1);
}
