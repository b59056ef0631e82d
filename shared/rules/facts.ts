import type { RdmaProtocol } from '../catalog/types.ts';
import type { NetworkId, SubjectId, SwitchId } from '../lib/ids.ts';
import type { HostVnic, Network, OsVersion, PortRef, Profile, Team } from '../model/index.ts';
import type { Endpoint, Plan, PlanAdapter, PlanNode, PlanPort, PlanSwitch } from '../plan/types.ts';
import { listNames } from './results.ts';

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
  /** The switch at the far end of an adapter port. */
  readonly peers: ReadonlyMap<PlanPort, PlanSwitch>;
  /** Adapter ports cabled to each switch, in panel order; no entry for a switch without any. */
  readonly hostPorts: ReadonlyMap<PlanSwitch, readonly HostPort[]>;
  /** Addresses that more than one interface has. */
  readonly sharedAddresses: readonly SharedAddress[];
  /** Networks in which two RDMA protocols meet, with the protocols in order of name. */
  readonly mixedNetworks: ReadonlyMap<NetworkId, readonly RdmaProtocol[]>;
}

/** True for either version of RoCE. */
export function isRoce(protocol: RdmaProtocol | null): boolean {
  return protocol === 'RoCEv1' || protocol === 'RoCEv2';
}

/** Gathers the facts; one pass over nodes and one over links. */
export function collectFacts(plan: Plan): Facts {
  const profiles = profilesInUse(plan);
  const slots = profiles.flatMap(slotsOf);
  const slotBy = new Map(slots.map((slot) => [slot.subject, slot]));
  const networks = new Map(plan.networks.map((network) => [network.id, network]));
  const teams = profiles.flatMap((use) => teamsOf(use, slotBy, networks));
  const carriers = [
    ...profiles.flatMap((use) => portCarriers(use, slotBy, networks)),
    ...teams.flatMap(vnicCarriers),
  ];
  const hostPorts = portsBySwitch(plan);
  const peers = new Map(
    [...hostPorts].flatMap(([item, list]) => list.map(({ port }) => [port, item] as const)),
  );
  return {
    profiles,
    slots,
    teams,
    carriers,
    roceSlots: slots.filter(({ adapter }) => adapter.rdma && isRoce(adapter.slot.protocol)),
    iwarpSlots: slots.filter(({ adapter }) => adapter.rdma && adapter.slot.protocol === 'iWARP'),
    roceSwitches: switchesOnRocePaths(plan, hostPorts),
    peers,
    hostPorts,
    sharedAddresses: sharedAddresses(plan),
    mixedNetworks: mixedNetworks(carriers),
  };
}

function profilesInUse(plan: Plan): readonly ProfileUse[] {
  const groups = new Map<string, { readonly sample: PlanNode; readonly nodes: PlanNode[] }>();
  for (const node of plan.nodes) {
    const group = groups.get(node.profile.id);
    if (group) group.nodes.push(node);
    else groups.set(node.profile.id, { sample: node, nodes: [node] });
  }
  return [...groups.values()].map(({ sample, nodes }) => ({
    profile: sample.profile,
    nodes,
    sample,
    names: nodeNames(nodes),
  }));
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

function slotsOf(use: ProfileUse): SlotUse[] {
  return use.sample.adapters.map((adapter, index) => ({
    use,
    index,
    adapter,
    subject: partOfProfile(use.profile, adapter.slot.slot),
    label: `slot ${adapter.slot.slot} (${adapter.model}) of ${use.names}`,
  }));
}

type SlotIndex = ReadonlyMap<SubjectId, SlotUse>;
type NetworkIndex = ReadonlyMap<NetworkId, Network>;

const TEAM_WORD = { set: 'SET team', vswitch: 'Virtual switch', lbfo: 'LBFO team' } as const;

function teamsOf(use: ProfileUse, slotBy: SlotIndex, networks: NetworkIndex): TeamUse[] {
  return use.profile.teams.map((team) => ({
    use,
    team,
    members: team.members.map((ref) => ({ ref, slot: slotBy.get(partOfProfile(use.profile, ref.slot)) })),
    vnics: use.profile.vnics.flatMap((vnic) => {
      const network = vnic.team === team.name ? networks.get(vnic.networkId) : undefined;
      return network ? [{ vnic, network }] : [];
    }),
    subject: partOfProfile(use.profile, team.name),
    label: `${TEAM_WORD[team.kind]} "${team.name}" of ${use.names}`,
  }));
}

function portCarriers(use: ProfileUse, slotBy: SlotIndex, networks: NetworkIndex): Carrier[] {
  const teamed = new Set(use.profile.teams.flatMap((team) => team.members.map(portKey)));
  return use.profile.adapters.flatMap((record) =>
    record.ports.flatMap((port) => {
      const network = port.networkId === null ? undefined : networks.get(port.networkId);
      const slot = slotBy.get(partOfProfile(use.profile, record.slot));
      const key = portKey({ slot: record.slot, port: port.port });
      if (!network || !slot || teamed.has(key)) return [];
      const name = slot.adapter.ports[port.port - 1]?.name ?? `port ${port.port} of slot ${record.slot}`;
      return [
        {
          use,
          subject: partOfProfile(use.profile, key),
          label: `${name} of ${use.names}`,
          network,
          slots: [slot],
          protocols: protocolsOf([slot]),
          team: null,
          vnic: null,
        },
      ];
    }),
  );
}

function vnicCarriers(team: TeamUse): Carrier[] {
  return team.vnics.map(({ vnic, network }) => {
    const mapped = vnic.mappedTo;
    const here = team.members.filter(({ ref }) => mapped === null || portKey(ref) === portKey(mapped));
    // A mapping that meets no member has no effect: the vNIC may leave by any of them.
    const members = here.length > 0 ? here : team.members;
    const slots = members.flatMap(({ slot }) => (slot ? [slot] : []));
    return {
      use: team.use,
      subject: partOfProfile(team.use.profile, vnic.name),
      label: `vNIC "${vnic.name}" of ${team.use.names}`,
      network,
      slots,
      protocols: vnic.rdma ? protocolsOf(slots) : new Set<RdmaProtocol>(),
      team,
      vnic,
    };
  });
}

function protocolsOf(slots: readonly SlotUse[]): ReadonlySet<RdmaProtocol> {
  return new Set(
    slots.flatMap(({ adapter }) =>
      adapter.rdma && adapter.slot.protocol !== null ? [adapter.slot.protocol] : [],
    ),
  );
}

/** `2/1` for port 1 of slot 2. */
export function portKey(ref: PortRef): string {
  return `${ref.slot}/${ref.port}`;
}

/** The port of one node that a team member stands for; undefined when the card has none such. */
export function memberPort(node: PlanNode, member: TeamMember): PlanPort | undefined {
  return member.slot && node.adapters[member.slot.index]?.ports[member.ref.port - 1];
}

function portsBySwitch(plan: Plan): ReadonlyMap<PlanSwitch, readonly HostPort[]> {
  const found = new Map<PlanSwitch, HostPort[]>();
  for (const item of plan.switches) {
    const list: HostPort[] = [];
    for (const { peerId } of item.ports) {
      const port = peerId === null ? undefined : plan.portById.get(peerId);
      const node = port?.owner.kind === 'adapter' ? plan.nodeById.get(port.owner.nodeId) : undefined;
      if (port && node) list.push({ node, port });
    }
    if (list.length > 0) found.set(item, list);
  }
  return found;
}

function sharedAddresses(plan: Plan): readonly SharedAddress[] {
  const first = new Map<string, Endpoint>();
  const shared = new Map<string, Endpoint[]>();
  for (const { endpoints } of plan.nodes) {
    for (const endpoint of endpoints) {
      if (endpoint.address === null) continue;
      const earlier = first.get(endpoint.address);
      if (!earlier) {
        first.set(endpoint.address, endpoint);
        continue;
      }
      const list = shared.get(endpoint.address);
      if (list) list.push(endpoint);
      else shared.set(endpoint.address, [earlier, endpoint]);
    }
  }
  return [...shared].map(([address, endpoints]) => ({ address, endpoints }));
}

/**
 * Switches with a RoCE host port, and those that join them: a switch without such a port stays
 * while it has two or more neighbours on the way, so a spine counts and a dead end does not.
 */
function switchesOnRocePaths(
  plan: Plan,
  hostPorts: ReadonlyMap<PlanSwitch, readonly HostPort[]>,
): readonly PlanSwitch[] {
  const hosts = new Set<SwitchId>();
  for (const [{ id }, list] of hostPorts) if (list.some(({ port }) => runsRoce(port, plan))) hosts.add(id);
  const neighbours = new Map<SwitchId, Set<SwitchId>>(plan.switches.map(({ id }) => [id, new Set()]));
  for (const link of plan.links) {
    if (link.kind !== 'switch-switch') continue;
    const [a, b] = [link.a.ownerId as SwitchId, link.b.ownerId as SwitchId];
    if (a === b) continue;
    neighbours.get(a)?.add(b);
    neighbours.get(b)?.add(a);
  }
  const ends = [...neighbours].filter(([id, near]) => near.size < 2 && !hosts.has(id)).map(([id]) => id);
  for (let id = ends.pop(); id !== undefined; id = ends.pop()) {
    for (const near of neighbours.get(id) ?? []) {
      const left = neighbours.get(near);
      left?.delete(id);
      if (left?.size === 1 && !hosts.has(near)) ends.push(near);
    }
    neighbours.delete(id);
  }
  return hosts.size === 0 ? [] : plan.switches.filter(({ id }) => neighbours.has(id));
}

function runsRoce({ owner }: PlanPort, plan: Plan): boolean {
  const adapter = owner.kind === 'adapter' ? plan.adapterById.get(owner.adapterId) : undefined;
  return adapter !== undefined && adapter.rdma && isRoce(adapter.slot.protocol);
}

function mixedNetworks(carriers: readonly Carrier[]): ReadonlyMap<NetworkId, readonly RdmaProtocol[]> {
  const seen = new Map<NetworkId, Set<RdmaProtocol>>();
  for (const { network, protocols } of carriers) {
    const all = seen.get(network.id) ?? new Set();
    for (const protocol of protocols) all.add(protocol);
    seen.set(network.id, all);
  }
  return new Map([...seen].filter(([, all]) => all.size > 1).map(([id, all]) => [id, [...all].sort()]));
}
