import type { RdmaProtocol } from '../catalog/types.ts';
import type { ClusterId, NetworkId, NodeId, PortId, ProfileId, SubjectId, SwitchId } from '../lib/ids.ts';
import type { Cluster, HostVnic, Network, OsVersion, PortRef, Profile, Team } from '../model/index.ts';
import type { LoadResult } from '../plan/index.ts';
import type { Endpoint, PlanAdapter, PlanLink, PlanNode, PlanPort, PlanSwitch } from '../plan/types.ts';
import { listNames } from './words.ts';

/** A node without its ports: what no cable changes. */
export type NodeTraits = Pick<
  PlanNode,
  'id' | 'record' | 'profile' | 'cluster' | 'os' | 'server' | 'endpoints'
>;

/** A switch without its ports. */
export type SwitchTraits = Pick<PlanSwitch, 'id' | 'record' | 'part' | 'settings'>;

/** An adapter as every node of its profile has it, cables apart. */
export type SampleAdapter = Pick<PlanAdapter, 'id' | 'slot' | 'part' | 'model' | 'rdma' | 'pcie' | 'link'> & {
  readonly ports: readonly SamplePort[];
};

export type SamplePort = Pick<PlanPort, 'id' | 'number' | 'name' | 'team'>;

/** What all nodes of a profile have in common, as its first one has it. */
export interface NodeSample {
  readonly id: NodeId;
  readonly adapters: readonly SampleAdapter[];
  readonly endpoints: readonly Endpoint[];
}

/** A profile with a node that uses it. What is said of its sample holds for each of them, cables apart. */
export interface ProfileUse {
  readonly profile: Profile;
  readonly sample: NodeSample;
  /** The names of the nodes that use it for a sentence. */
  readonly names: string;
}

/** One adapter slot of a profile in use. */
export interface SlotUse {
  readonly use: ProfileUse;
  /** Place in `adapters` of each node of the profile. */
  readonly index: number;
  readonly adapter: SampleAdapter;
  readonly subject: SubjectId;
  /** For example `slot 2 (ConnectX-5 EN) of FS01 and FS02`. */
  readonly label: string;
}

/** What cables do to one slot, over all nodes of its profile. */
export interface SlotCabling {
  /** A port of it is cabled in one of the nodes at least. */
  readonly cabled: boolean;
  /** Speeds at which its ports run, Gb/s, each once. */
  readonly speedsGbps: readonly number[];
  /** The greatest sum of line rates among the adapters of all nodes, Gb/s. */
  readonly dataRateGbps: number;
  /** Numbers of the ports that lead nowhere in one of the nodes at least. */
  readonly bare: readonly number[];
}

export interface TeamMember {
  readonly ref: PortRef;
  /** Undefined when the profile has no such slot. */
  readonly slot: SlotUse | undefined;
}

/** One team or virtual switch of a profile in use. */
export interface TeamUse {
  readonly use: ProfileUse;
  readonly team: Team;
  readonly members: readonly TeamMember[];
  readonly vnics: readonly { readonly vnic: HostVnic; readonly network: Network }[];
  readonly subject: SubjectId;
  /** For example `Team "SETswitch" of HV01 and HV02`. */
  readonly label: string;
}

/** An interface of a profile that carries RDMA or storage: a dedicated port or a host vNIC. */
export interface Carrier {
  readonly use: ProfileUse;
  readonly subject: SubjectId;
  /** For example `SLOT 2 Port 1 of FS01 and FS02`. */
  readonly label: string;
  readonly network: Network;
  /** Slots its frames can leave by. */
  readonly slots: readonly SlotUse[];
  /** Protocols of those slots, when RDMA is on for the interface. */
  readonly protocols: ReadonlySet<RdmaProtocol>;
  readonly team: TeamUse | null;
  readonly vnic: HostVnic | null;
}

/** A cabled adapter port with its node. */
export interface HostPort {
  readonly node: PlanNode;
  readonly port: PlanPort;
}

/** Who is there, by cluster: the node, or null when there are several. */
export type Presence = ReadonlyMap<ClusterId, NodeId | null>;

/** What crosses the host ports of one switch. */
export interface HostTraffic {
  /** Whose running ports can carry a storage network, by network. */
  readonly storage: ReadonlyMap<NetworkId, Presence>;
  /** A host port runs RoCE. */
  readonly roce: boolean;
  /** A host port carries a tagged network. */
  readonly tagged: boolean;
  /** A host port is a member of a SET team. */
  readonly teamed: boolean;
}

/** One address on two or more interfaces. */
export interface SharedAddress {
  readonly address: string;
  readonly endpoints: readonly Endpoint[];
}

/** The load of one cluster that has nodes to run it. */
export interface LoadedCluster {
  readonly subject: SubjectId;
  readonly name: string;
  readonly result: LoadResult;
}

/** The switch whose host port each port of a node is, by `placeOfPort`; null where there is none. */
export type NodePeers = readonly (SwitchId | null)[];

/** A cluster with its nodes, cables apart. */
export interface ClusterTraits {
  readonly record: Cluster;
  readonly nodes: readonly NodeTraits[];
}

/**
 * What several rules need to know of a plan, gathered once. All lists are in the plan's order. Whatever says the same
 * as for the plan before is the same object, so a rule goes by facts where it can: it is asked again only when one of
 * those it read has changed.
 */
export interface Facts {
  readonly nodes: readonly NodeTraits[];
  readonly switches: readonly SwitchTraits[];
  readonly clusters: readonly ClusterTraits[];
  /** The records of the same clusters. */
  readonly clusterRecords: readonly Cluster[];
  /** Clusters with nodes and a load that counts. */
  readonly loads: readonly LoadedCluster[];
  readonly profiles: readonly ProfileUse[];
  /** The nodes of each profile in use, with their cables. */
  readonly byProfile: ReadonlyMap<ProfileId, readonly PlanNode[]>;
  readonly slots: readonly SlotUse[];
  readonly cabling: ReadonlyMap<SlotUse, SlotCabling>;
  readonly teams: readonly TeamUse[];
  /** Interfaces with an address. */
  readonly carriers: readonly Carrier[];
  /** Slots on which RoCE runs. */
  readonly roceSlots: readonly SlotUse[];
  /** Slots on which iWARP runs. */
  readonly iwarpSlots: readonly SlotUse[];
  /** Speeds at which RDMA ports run, Gb/s, each once, ascending. */
  readonly rdmaSpeeds: readonly number[];
  /** Line rate of the RDMA adapters in use of the node outside of file servers that has least; Infinity without a node. */
  readonly leastRdmaGbps: number;
  /** Number of cables. */
  readonly cables: number;
  /** Links between switches. */
  readonly trunks: readonly PlanLink[];
  /** Links between nodes. */
  readonly direct: readonly PlanLink[];
  /** Links that are lanes of a breakout cable. */
  readonly lanes: readonly PlanLink[];
  /** Links with a problem. */
  readonly faulty: readonly PlanLink[];
  /** Switches that RoCE traffic crosses: those of RoCE ports and those between them. */
  readonly roceSwitches: readonly SwitchTraits[];
  /** Where the ports of the nodes of a profile lead, in the order of `byProfile`. */
  readonly peersOf: (id: ProfileId) => readonly NodePeers[];
  /** Adapter ports cabled to a switch, in panel order. */
  readonly hostPortsOf: (id: SwitchId) => readonly HostPort[];
  /** What crosses the host ports of each switch; no entry for a switch without any. */
  readonly traffic: ReadonlyMap<SwitchId, HostTraffic>;
  /** Adapter ports that a switch port leads to, though they lead elsewhere: they have several cables. */
  readonly crowded: ReadonlySet<PortId>;
  /** The nodes that a profile, a cluster or a network stands for; none for anything else. */
  readonly nodesOf: (id: SubjectId) => readonly PlanNode[];
  /** Addresses that more than one interface has. */
  readonly sharedAddresses: readonly SharedAddress[];
  /** Networks in which two RDMA protocols meet, with the protocols in order of name. */
  readonly mixedNetworks: ReadonlyMap<NetworkId, readonly RdmaProtocol[]>;
}

/** True for either version of RoCE. */
export function isRoce(protocol: RdmaProtocol | null): boolean {
  return protocol === 'RoCEv1' || protocol === 'RoCEv2';
}

/** `Windows Server 2012 R2` for `2012r2`. */
export function osName(os: OsVersion): string {
  return `Windows Server ${os.replace('r2', ' R2')}`;
}

/** The names of nodes for a sentence. */
export function nodeNames(nodes: readonly Pick<PlanNode, 'record'>[]): string {
  return listNames(nodes.map((node) => node.record.name));
}

/** The subject of one slot, team or vNIC of a profile; like a port's id it begins with its owner's. */
export function partOfProfile(profile: Profile, name: string): SubjectId {
  return `${profile.id}/${name}`;
}

/** `2/1` for port 1 of slot 2. */
export function portKey(ref: PortRef): string {
  return `${ref.slot}/${ref.port}`;
}

/** The place of a port among all ports of a node, adapter by adapter; both are counted from 0. */
export function placeOfPort({ adapters }: NodeSample, adapter: number, port: number): number {
  let place = port;
  for (let i = 0; i < adapter; i++) place += adapters[i]?.ports.length ?? 0;
  return place;
}

/** The switch that a team member of a node leads to; null where there is none. */
export function memberPeer(peers: NodePeers, { slot, ref }: TeamMember): SwitchId | null {
  const { sample } = slot?.use ?? {};
  const port = ref.port - 1;
  if (!slot || !sample || !sample.adapters[slot.index]?.ports[port]) return null;
  return peers[placeOfPort(sample, slot.index, port)] ?? null;
}

/** The port of one node that a team member stands for; undefined when the card has none such. */
export function memberPort(node: PlanNode, member: TeamMember): PlanPort | undefined {
  return member.slot && node.adapters[member.slot.index]?.ports[member.ref.port - 1];
}
