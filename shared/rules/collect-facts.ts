import type { RdmaProtocol } from '../catalog/types.ts';
import type { NetworkId, PortId, SubjectId } from '../lib/ids.ts';
import type { Network } from '../model/index.ts';
import type { Endpoint, Plan, PlanNode, PlanPort, PlanSwitch } from '../plan/types.ts';
import { isRoce, nodeNames, partOfProfile, portKey } from './facts.ts';
import type { Carrier, Facts, HostPort, ProfileUse, SharedAddress, SlotUse, TeamUse } from './facts.ts';
import { switchesOnRocePaths } from './roce-paths.ts';
import { holds, track, type Remembered } from './tracked.ts';

/** Facts of one kind follow from a few parts of the plan, and from facts gathered before them. */
type Gather = (plan: Plan, before: Facts) => Partial<Facts>;

const GATHERERS: readonly Gather[] = [
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
    const hostPorts = portsBySwitch(plan);
    const peers = new Map<PlanPort, PlanSwitch>();
    for (const [item, list] of hostPorts) for (const { port } of list) peers.set(port, item);
    return { hostPorts, peers };
  },
  (plan, { hostPorts }) => ({ roceSwitches: switchesOnRocePaths(plan, hostPorts) }),
  (plan) => ({ sharedAddresses: sharedAddresses(plan) }),
];

/** Makes the function that gathers the facts of a plan. It keeps those of the last plan that still hold. */
export function createFacts(): (plan: Plan) => Facts {
  let last: readonly Remembered<Partial<Facts>>[] = [];
  return (plan) => {
    // Each kind sees what was gathered before it; the order of the list makes sure that it is there.
    const facts: Partial<Facts> = {};
    last = GATHERERS.map((gather, i) => {
      const sources = { plan, facts: facts as Facts };
      const before = last[i];
      const kept = before && holds(before, sources) ? before : null;
      const now = kept ?? track(sources, (watched) => gather(watched.plan, watched.facts));
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

function portsBySwitch({ switches, portById, nodeById }: Plan): ReadonlyMap<PlanSwitch, readonly HostPort[]> {
  const found = new Map<PlanSwitch, HostPort[]>();
  for (const item of switches) {
    const list: HostPort[] = [];
    for (const own of item.ports) {
      if (own.linkIds.length === 0) continue;
      for (const peerId of peersAt(own)) {
        const port = peerId === null ? undefined : portById.get(peerId);
        const node = port?.owner.kind === 'adapter' ? nodeById.get(port.owner.nodeId) : undefined;
        if (port && node) list.push({ node, port });
      }
    }
    if (list.length > 0) found.set(item, list);
  }
  return found;
}

/** The far port, or those of the lanes of a split port. */
function peersAt({ peerId, lanes }: PlanPort): readonly (PortId | null)[] {
  return lanes.length === 0 ? [peerId] : lanes.map((lane) => lane.peerId);
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

function mixedNetworks(carriers: readonly Carrier[]): ReadonlyMap<NetworkId, readonly RdmaProtocol[]> {
  const seen = new Map<NetworkId, Set<RdmaProtocol>>();
  for (const { network, protocols } of carriers) {
    const all = seen.get(network.id) ?? new Set();
    for (const protocol of protocols) all.add(protocol);
    seen.set(network.id, all);
  }
  return new Map([...seen].filter(([, all]) => all.size > 1).map(([id, all]) => [id, [...all].sort()]));
}
