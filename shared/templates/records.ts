import type { RdmaProtocol } from '../catalog/index.ts';
import { must } from '../lib/assert.ts';
import { id } from '../lib/ids.ts';
import type { ClusterId, LinkId, NetworkId, NodeId, PartId, ProfileId, SwitchId } from '../lib/ids.ts';
import { NO_OVERRIDES } from '../model/index.ts';
import type {
  AdapterSlot,
  Cluster,
  ClusterKind,
  HostVnic,
  Link,
  LinkEnd,
  Network,
  Node,
  PortRef,
  Profile,
  Switch,
  Team,
} from '../model/index.ts';

/** A cluster; its id is its name in lower case. */
export function cluster(name: string, kind: ClusterKind): Cluster {
  return { id: id<ClusterId>(name.toLowerCase()), name, kind, load: null };
}

/** A storage network: VLAN 700 + its number in the plan, subnet 10.71.<vlan - 710>.0/24, hosts from .11. */
export function storageNetwork(name: string, vlan: number): Network {
  return {
    id: id<NetworkId>(`net-${vlan}`),
    name,
    purpose: 'storage',
    vlan,
    subnet: `10.71.${vlan - 710}.0/24`,
    firstHost: 11,
    gateway: null,
    dns: [],
  };
}

/** The management network of the templates that have one. */
export function managementNetwork(): Network {
  return {
    id: id<NetworkId>('net-10'),
    name: 'Management',
    purpose: 'management',
    vlan: 10,
    subnet: '10.10.10.0/24',
    firstHost: 11,
    gateway: '10.10.10.1',
    dns: ['10.10.10.2', '10.10.10.3'],
  };
}

/** What one port of an adapter carries; `speedGbps` fixes its line speed. */
interface PortUse {
  readonly network: Network | null;
  readonly speedGbps?: number;
}

/** A card in a slot of the given PCIe generation and lanes. `protocol` null is a card without RDMA. */
export function adapter(
  slot: string,
  partId: string,
  pcie: Pick<AdapterSlot, 'gen' | 'lanes'>,
  protocol: RdmaProtocol | null,
  ports: readonly PortUse[],
): AdapterSlot {
  return {
    slot,
    partId: id<PartId>(partId),
    ...pcie,
    protocol,
    firmware: null,
    driver: null,
    qos: protocol !== null,
    firmwareLldp: null,
    ports: ports.map(({ network, speedGbps = null }, i) => ({
      port: i + 1,
      name: null,
      networkId: network?.id ?? null,
      speedGbps,
    })),
  };
}

/** Hardware and system that several nodes share. */
export function profile(
  profileId: string,
  facts: Pick<Profile, 'name' | 'os' | 'adapters'> & { readonly serverId: string } & Partial<
      Pick<Profile, 'teams' | 'vnics'>
    >,
): Profile {
  const { serverId, teams = [], vnics = [], ...rest } = facts;
  return {
    ...rest,
    id: id<ProfileId>(profileId),
    serverId: id<PartId>(serverId),
    teams,
    vnics,
    kernelDebugger: false,
  };
}

/** Nodes `<prefix>01` to `<prefix><count>`, ids in lower case. */
export function nodes(prefix: string, count: number, of: Cluster, like: Profile): readonly Node[] {
  return Array.from({ length: count }, (_, i) =>
    node(`${prefix}${String(i + 1).padStart(2, '0')}`, of, like),
  );
}

/** One node; its id is its name in lower case. */
export function node(name: string, of: Cluster, like: Profile): Node {
  return {
    id: id<NodeId>(name.toLowerCase()),
    name,
    clusterId: of.id,
    profileId: like.id,
    rackId: null,
    pins: [],
    macs: [],
  };
}

/** A switch with trunk ports and PFC; `vlans` null carries those of the networks cabled to it. */
export function rackSwitch(name: string, partId: string, vlans: readonly number[] | null = null): Switch {
  return {
    id: id<SwitchId>(name.toLowerCase()),
    name,
    partId: id<PartId>(partId),
    rackId: null,
    overrides: { ...NO_OVERRIDES, vlans: vlans && [...vlans] },
    pfc: true,
    globalPause: false,
    trunk: true,
    hostPortChannel: false,
  };
}

/** An end on a node. */
export function onNode(of: Node, slot: string, port: number): LinkEnd {
  return { kind: 'node', nodeId: of.id, slot, port };
}

/** An end on a switch. */
export function onSwitch(of: Switch, port: string): LinkEnd {
  return { kind: 'switch', switchId: of.id, port };
}

/** A cable still without an id. */
interface Run {
  readonly a: LinkEnd;
  readonly b: LinkEnd;
  readonly lengthM: number;
}

/** Numbers cables link-001, link-002 ... in the order given. */
export function numbered(runs: readonly Run[]): readonly Link[] {
  return runs.map((run, i) => ({
    ...run,
    id: id<LinkId>(`link-${String(i + 1).padStart(3, '0')}`),
    medium: 'auto',
    cableId: null,
    breakout: null,
  }));
}

/** Node ends cabled one by one to the ports of a switch, in order. Too few ports is a bug of the template. */
export function toSwitch(
  ends: readonly LinkEnd[],
  of: Switch,
  ports: readonly string[],
  lengthM: number,
): readonly Run[] {
  return ends.map((a, i) => ({
    a,
    b: onSwitch(of, must(ports[i], `a port of ${of.name} for each end`)),
    lengthM,
  }));
}

/** The same ports of two switches joined pairwise. */
export function between(
  one: Switch,
  other: Switch,
  ports: readonly string[],
  lengthM: number,
): readonly Run[] {
  return ports.map((port) => ({ a: onSwitch(one, port), b: onSwitch(other, port), lengthM }));
}

/** A switch-embedded team over the given members. */
export function setTeam(name: string, members: readonly PortRef[]): Team {
  return {
    name,
    kind: 'set',
    members: [...members],
    standby: [],
    mode: 'SwitchIndependent',
    loadBalancing: 'HyperVPort',
    iov: false,
    packetDirect: false,
    features: [],
    virtualSwitch: true,
  };
}

/** An LBFO team over the given members, with or without a virtual switch on top. */
export function lbfoTeam(name: string, members: readonly PortRef[], virtualSwitch: boolean): Team {
  return {
    name,
    kind: 'lbfo',
    members: [...members],
    standby: [],
    mode: 'SwitchIndependent',
    loadBalancing: 'Dynamic',
    iov: false,
    packetDirect: false,
    features: [],
    virtualSwitch,
  };
}

/** The management adapter of the host on a team: no RDMA, no fixed member. */
export function managementVnic(team: Team, network: Network): HostVnic {
  return {
    name: 'Mgmt',
    team: team.name,
    networkId: network.id,
    rdma: false,
    priorityTag: false,
    mappedTo: null,
  };
}

/** SMB1, SMB2 ...: one RDMA adapter of the host per team member, each on its own network and member. */
export function smbVnics(team: Team, networks: readonly Network[]): readonly HostVnic[] {
  return networks.map((network, i) => ({
    name: `SMB${i + 1}`,
    team: team.name,
    networkId: network.id,
    rdma: true,
    priorityTag: true,
    mappedTo: must(team.members[i], `a member of ${team.name} for each SMB adapter`),
  }));
}
