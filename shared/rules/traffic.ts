import { sameData } from '../lib/same-data.ts';
import type { ClusterId, NetworkId, NodeId, PortId, SwitchId } from '../lib/ids.ts';
import type { Network, Profile, Team } from '../model/index.ts';
import type { Plan, PlanNode, PlanPort, PlanSwitch } from '../plan/types.ts';
import { isRoce, type Facts, type HostTraffic, type Presence } from './facts.ts';
import { visitHostPorts } from './host-ports.ts';

/** What the host ports of one switch were found to carry. */
interface Reading {
  readonly ports: PlanSwitch['ports'];
  /** Who is cabled to it; a node with ports apart from each other is there several times. */
  readonly hosts: readonly PlanNode[];
  /** Host ports that lead elsewhere themselves. */
  readonly crowded: readonly PortId[];
  /** Null without a host port. */
  readonly traffic: HostTraffic | null;
}

/**
 * Makes the function that reads what crosses the host ports of each switch. It keeps what it read of a switch while
 * neither its ports nor its nodes are others.
 */
export function createTrafficReader(): (plan: Plan) => Pick<Facts, 'traffic' | 'crowded'> {
  let networks: readonly Network[] = [];
  let nodes: readonly PlanNode[] = [];
  let readings: ReadonlyMap<SwitchId, Reading> = new Map();
  let traffic: ReadonlyMap<SwitchId, HostTraffic> = new Map();
  return (plan) => {
    const kept = networks === plan.networks ? readings : new Map<SwitchId, Reading>();
    const carried = createCarriedReader(plan.networks);
    const gone = nodesGone(nodes, plan);
    readings = new Map(
      plan.switches.map(({ id, ports }) => {
        const old = kept.get(id);
        const same = old?.ports === ports && !(gone.size > 0 && old.hosts.some((node) => gone.has(node)));
        return [id, same ? old : readSwitch(ports, plan, carried, old?.traffic ?? null)];
      }),
    );
    ({ networks, nodes } = plan);
    traffic = keepTraffic(traffic, readings);
    return { traffic, crowded: new Set([...readings.values()].flatMap((reading) => reading.crowded)) };
  };
}

/** Nodes of before that are other objects now, or no longer there. A node is another object as soon as one of its ports is. */
function nodesGone(before: readonly PlanNode[], plan: Plan): ReadonlySet<PlanNode> {
  const gone = new Set<PlanNode>();
  before.forEach((old, i) => {
    if (plan.nodes[i] !== old && plan.nodeById.get(old.id) !== old) gone.add(old);
  });
  return gone;
}

function keepTraffic(
  before: ReadonlyMap<SwitchId, HostTraffic>,
  readings: ReadonlyMap<SwitchId, Reading>,
): ReadonlyMap<SwitchId, HostTraffic> {
  const now = new Map<SwitchId, HostTraffic>();
  let same = true;
  for (const [id, { traffic }] of readings) {
    if (traffic === null) continue;
    now.set(id, traffic);
    same &&= before.get(id) === traffic;
  }
  return same && before.size === now.size ? before : now;
}

function readSwitch(
  ports: PlanSwitch['ports'],
  plan: Plan,
  carried: CarriedReader,
  before: HostTraffic | null,
): Reading {
  const hosts: PlanNode[] = [];
  const crowded: PortId[] = [];
  const storage = new Map<NetworkId, Map<ClusterId, NodeId | null>>();
  let [roce, tagged, teamed] = [false, false, false];
  let last: PlanNode | null = null;
  let lastNetworks: readonly NetworkId[] = [];
  visitHostPorts(ports, plan, (node, port, at) => {
    if (port.peerId !== at) crowded.push(port.id);
    const networks = carried.storageOf(node, port);
    // Most nodes have several ports alike at one switch.
    if (node !== last || networks !== lastNetworks) {
      for (const network of networks) noteNode(presenceOf(network), node);
    }
    if (node !== last) hosts.push(node);
    [last, lastNetworks] = [node, networks];
    roce ||= runsRoce(node, port);
    tagged ||= carried.isTagged(port);
    teamed ||= port.team?.kind === 'set';
  });
  const traffic = hosts.length === 0 ? null : { storage, roce, tagged, teamed };
  return { ports, hosts, crowded, traffic: before && sameData(before, traffic) ? before : traffic };

  function presenceOf(network: NetworkId): Map<ClusterId, NodeId | null> {
    let presence = storage.get(network);
    if (!presence) storage.set(network, (presence = new Map<ClusterId, NodeId | null>()));
    return presence;
  }
}

/** Notes that a node is there. */
export function noteNode(presence: Map<ClusterId, NodeId | null>, { id, cluster }: PlanNode): void {
  notePresence(presence, cluster.id, id);
}

/** Notes that all of one presence are there in another. */
export function joinPresence(presence: Map<ClusterId, NodeId | null>, other: Presence): void {
  for (const [cluster, node] of other) notePresence(presence, cluster, node);
}

function notePresence(
  presence: Map<ClusterId, NodeId | null>,
  cluster: ClusterId,
  node: NodeId | null,
): void {
  const known = presence.get(cluster);
  if (known === undefined) presence.set(cluster, node);
  else if (known !== node && known !== null) presence.set(cluster, null);
}

function runsRoce({ adapters }: PlanNode, { owner }: PlanPort): boolean {
  const id = owner.kind === 'adapter' ? owner.adapterId : null;
  return adapters.some((adapter) => adapter.id === id && adapter.rdma && isRoce(adapter.slot.protocol));
}

/** Says what a host port carries. Thousands of ports share a few lists of networks, so each list is looked at once. */
export interface CarriedReader {
  /** Storage networks a running port can carry: of a team all, for a vNIC moves to another member when its own is down. */
  readonly storageOf: (node: PlanNode, port: PlanPort) => readonly NetworkId[];
  /** Those of a list that are for storage. */
  readonly storageIn: (ids: readonly NetworkId[]) => readonly NetworkId[];
  /** Tagged VLANs of its networks. */
  readonly vlansOf: (port: PlanPort) => readonly number[];
  readonly isTagged: (port: PlanPort) => boolean;
}

const NONE: readonly NetworkId[] = [];

/** Makes a reader for the networks of a plan. */
export function createCarriedReader(networks: readonly Network[]): CarriedReader {
  const storage = new Set(networks.filter(({ purpose }) => purpose === 'storage').map(({ id }) => id));
  const vlanOf = new Map(networks.map(({ id, vlan }) => [id, vlan]));
  const ofTeam = new Map<Profile, Map<Team, readonly NetworkId[]>>();
  const storageIn = once((ids: readonly NetworkId[]) => ids.filter((id) => storage.has(id)));
  const vlansIn = once((ids: readonly NetworkId[]) =>
    ids.map((id) => vlanOf.get(id) ?? 0).filter((vlan) => vlan !== 0),
  );
  return {
    storageIn,
    storageOf: ({ profile }, { speedGbps, team, networkIds }) =>
      speedGbps === null ? NONE : team ? storageOfTeam(profile, team) : storageIn(networkIds),
    vlansOf: ({ networkIds }) => vlansIn(networkIds),
    isTagged: ({ networkIds }) => vlansIn(networkIds).length > 0,
  };

  function storageOfTeam(profile: Profile, team: Team): readonly NetworkId[] {
    let teams = ofTeam.get(profile);
    if (!teams) ofTeam.set(profile, (teams = new Map<Team, readonly NetworkId[]>()));
    let own = teams.get(team);
    if (!own) {
      const vnics = profile.vnics.filter((vnic) => vnic.team === team.name && storage.has(vnic.networkId));
      teams.set(team, (own = vnics.map(({ networkId }) => networkId)));
    }
    return own;
  }
}

/** The same question is answered once, and mostly it is the one asked just before. */
function once<In extends object, Out>(answer: (input: In) => Out): (input: In) => Out {
  const known = new Map<In, Out>();
  let last: { readonly input: In; readonly out: Out } | null = null;
  return (input) => {
    if (last?.input === input) return last.out;
    const before = known.get(input);
    const out = before ?? answer(input);
    if (before === undefined) known.set(input, out);
    last = { input, out };
    return out;
  };
}
