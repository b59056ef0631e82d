import type { RdmaProtocol } from '../catalog/types.ts';
import type { NetworkId, PortId, SubjectId } from '../lib/ids.ts';
import type { HostVnic, Network, OsVersion, PortRef, Profile, Team } from '../model/index.ts';
import type { Endpoint, PlanAdapter, PlanNode, PlanPort, PlanSwitch } from '../plan/types.ts';
import { listNames } from './words.ts';

/** A profile with the nodes that use it. What is said of its sample holds for each of them, cables apart. */
export interface ProfileUse {
  readonly profile: Profile;
  readonly nodes: readonly PlanNode[];
  readonly sample: PlanNode;
  /** The nodes' names for a sentence. */
  readonly names: string;
}

/** One adapter slot of a profile in use. */
export interface SlotUse {
  readonly use: ProfileUse;
  /** Place in `adapters` of each node of the profile. */
  readonly index: number;
  readonly adapter: PlanAdapter;
  readonly subject: SubjectId;
  /** For example `slot 2 (ConnectX-5 EN) of FS01 and FS02`. */
  readonly label: string;
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

/** One address on two or more interfaces. */
export interface SharedAddress {
  readonly address: string;
  readonly endpoints: readonly Endpoint[];
}

/** What several rules need to know of a plan, gathered once. All lists are in the plan's order. */
export interface Facts {
  readonly profiles: readonly ProfileUse[];
  readonly slots: readonly SlotUse[];
  readonly teams: readonly TeamUse[];
  /** Interfaces with an address. */
  readonly carriers: readonly Carrier[];
  /** Slots on which RoCE runs. */
  readonly roceSlots: readonly SlotUse[];
  /** Slots on which iWARP runs. */
  readonly iwarpSlots: readonly SlotUse[];
  /** Switches that RoCE traffic crosses: those of RoCE ports and those between them. */
  readonly roceSwitches: readonly PlanSwitch[];
  /** The switch at the far end of an adapter port, by the port's id. */
  readonly peers: ReadonlyMap<PortId, PlanSwitch>;
  /** Adapter ports cabled to each switch, in panel order; no entry for a switch without any. */
  readonly hostPorts: ReadonlyMap<PlanSwitch, readonly HostPort[]>;
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
export function nodeNames(nodes: readonly PlanNode[]): string {
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

/** The port of one node that a team member stands for; undefined when the card has none such. */
export function memberPort(node: PlanNode, member: TeamMember): PlanPort | undefined {
  return member.slot && node.adapters[member.slot.index]?.ports[member.ref.port - 1];
}
