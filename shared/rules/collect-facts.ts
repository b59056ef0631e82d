import type { RdmaProtocol } from '../catalog/types.ts';
import type { NetworkId, PortId, SubjectId } from '../lib/ids.ts';
import { lazy } from '../lib/lazy.ts';
import type { Network } from '../model/index.ts';
import type { Endpoint, Plan, PlanNode, PlanSwitch } from '../plan/types.ts';
import { isRoce, nodeNames, partOfProfile, portKey } from './facts.ts';
import type { Carrier, Facts, HostPort, ProfileUse, SharedAddress, SlotUse, TeamUse } from './facts.ts';
import { switchesOnRocePaths } from './roce-paths.ts';
import { createTracker, holds, type Remembered } from './tracked.ts';

/** Facts of one kind follow from a few parts of the plan, and from facts gathered before them. */
type Gather = (plan: Plan, before: Facts) => Partial<Facts>;

const createGatherers = (): readonly Gather[] => {
  const readHostPorts = createHostPorts();
  return [
    (plan) => {
      const profiles = profilesInUse(plan);
      const slots = profiles.flatMap(slotsOf);
      const slotBy = new Map(slots.map((slot) => [slot.subject, slot]));
      const networks = new Map(plan.networks.map((network) => [network.id, network]));
      const teams = profiles.flatMap((use) => teamsOf(use, slotBy, networks));
      const carriers = [
        ...profiles.flatMap((use) => portCarriers(use, slotBy, networks)),
        ...teams.flatMap(vnicCarriers),
      ];
      return {
        profiles,
        slots,
        teams,
        carriers,
        roceSlots: slots.filter(({ adapter }) => adapter.rdma && isRoce(adapter.slot.protocol)),
        iwarpSlots: slots.filter(({ adapter }) => adapter.rdma && adapter.slot.protocol === 'iWARP'),
        mixedNetworks: mixedNetworks(carriers),
      };
    },
    (plan) => {
      const hostPorts = readHostPorts(plan);
      const peers = new Map<PortId, PlanSwitch>();
      for (const [item, list] of hostPorts) for (const { port } of list) peers.set(port.id, item);
      return { hostPorts, peers };
    },
    (plan, { hostPorts }) => ({ roceSwitches: switchesOnRocePaths(plan, hostPorts) }),
    (plan) => ({ sharedAddresses: sharedAddresses(plan) }),
    ({ clusters }, { profiles, carriers }) => {
      const groups = lazy(() => nodeGroups(clusters, profiles, carriers));
      return { nodesOf: (id) => groups().get(id) ?? [] };
    },
  ];
};

/** Makes the function that gathers the facts of a plan. It keeps those of the last plan that still hold. */
export function createFacts(): (plan: Plan) => Facts {
  const gatherers = createGatherers();
  let last: readonly Remembered<Partial<Facts>>[] = [];
  return (plan) => {
    // Each kind sees what was gathered before it; the order of the list makes sure that it is there.
    const facts: Partial<Facts> = {};
    const track = createTracker({ plan, facts: facts as Facts });
    last = gatherers.map((gather, i) => {
      const sources = { plan, facts: facts as Facts };
      const before = last[i];
      const kept = before && holds(before, sources) ? before : null;
      const now = kept ?? track((watched) => gather(watched.plan, watched.facts));
      Object.assign(facts, now.out);
      return now;
    });
    return facts as Facts;
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

/** Makes the function that lists the host ports of each switch. It keeps the lists in which nothing has changed. */
function createHostPorts(): (plan: Plan) => ReadonlyMap<PlanSwitch, readonly HostPort[]> {
  let before: ReadonlyMap<PlanSwitch, readonly HostPort[]> = new Map();
  return ({ switches, portById, nodeById }) => {
    const now = new Map<PlanSwitch, readonly HostPort[]>();
    for (const item of switches) {
      const old = before.get(item);
      // A node is another object as soon as one of its ports is.
      const same = old?.every(({ node }) => nodeById.get(node.id) === node) ?? false;
      const list = old && same ? old : hostPortsOf(item, portById, nodeById);
      if (list.length > 0) now.set(item, list);
    }
    before = now;
    return now;
  };
}

function hostPortsOf(
  item: PlanSwitch,
  portById: Plan['portById'],
  nodeById: Plan['nodeById'],
): readonly HostPort[] {
  const list: HostPort[] = [];
  const note = (peerId: PortId | null) => {
    const port = peerId === null ? undefined : portById.get(peerId);
    const node = port?.owner.kind === 'adapter' ? nodeById.get(port.owner.nodeId) : undefined;
    if (port && node) list.push({ node, port });
  };
  for (const { linkIds, lanes, peerId } of item.ports) {
    if (linkIds.length === 0) continue;
    if (lanes.length === 0) note(peerId);
    else for (const lane of lanes) note(lane.peerId);
  }
  return list;
}

function nodeGroups(
  clusters: Plan['clusters'],
  profiles: readonly ProfileUse[],
  carriers: readonly Carrier[],
): ReadonlyMap<SubjectId, readonly PlanNode[]> {
  const groups = new Map<SubjectId, readonly PlanNode[]>();
  for (const { profile, nodes } of profiles) groups.set(profile.id, nodes);
  for (const { record, nodes } of clusters) groups.set(record.id, nodes);
  const byNetwork = new Map<NetworkId, Set<PlanNode>>();
  for (const { network, use } of carriers) {
    const all = byNetwork.get(network.id) ?? new Set();
    for (const node of use.nodes) all.add(node);
    byNetwork.set(network.id, all);
  }
  for (const [id, nodes] of byNetwork) groups.set(id, [...nodes]);
  return groups;
}

function sharedAddresses({ nodes }: Plan): readonly SharedAddress[] {
  const first = new Map<string, Endpoint>();
  const shared = new Map<string, Endpoint[]>();
  for (const { endpoints } of nodes) {
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

function mixedNetworks(carriers: readonly Carrier[]): ReadonlyMap<NetworkId, readonly RdmaProtocol[]> {
  const seen = new Map<NetworkId, Set<RdmaProtocol>>();
  for (const { network, protocols } of carriers) {
    const all = seen.get(network.id) ?? new Set();
    for (const protocol of protocols) all.add(protocol);
    seen.set(network.id, all);
  }
  return new Map([...seen].filter(([, all]) => all.size > 1).map(([id, all]) => [id, [...all].sort()]));
}
