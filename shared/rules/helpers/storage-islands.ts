import type { ClusterId, NetworkId, NodeId, SwitchId } from '../../lib/ids.ts';
import type { Cluster } from '../../model/index.ts';
import type { Plan, PlanNode, PlanPort } from '../../plan/types.ts';
import { lazy } from '../../lib/lazy.ts';
import type { Facts } from '../facts.ts';

/** Who is there, by cluster: the node, or null when there are several. */
type Presence = ReadonlyMap<ClusterId, NodeId | null>;

/** One storage network on one switch. */
interface Place {
  readonly switchId: SwitchId;
  readonly presence: Map<ClusterId, NodeId | null>;
}

/** Where storage can run: places on switches, the cables that join them, and cables from node to node. */
export interface StorageMap {
  readonly places: ReadonlyMap<string, Place>;
  /** Pairs of keys of `places`. */
  readonly trunks: readonly (readonly [string, string])[];
  /** Both ends of each cable between nodes. */
  readonly direct: readonly Presence[];
  /** Nodes with a running storage port, gathered on first need. */
  readonly nodes: () => ReadonlySet<PlanNode>;
}

/** Reads running ports of storage networks off the plan. */
export function mapStorage(plan: Plan, facts: Facts): StorageMap {
  const storage = new Set(plan.networks.filter(({ purpose }) => purpose === 'storage').map(({ id }) => id));
  const places = new Map<string, Place>();
  const placeOf = (switchId: SwitchId, network: NetworkId) => {
    const key = `${switchId}\n${network}`;
    let place = places.get(key);
    if (!place) places.set(key, (place = { switchId, presence: new Map() }));
    return place;
  };
  const storageOf = createStorageReader(storage);
  for (const [{ id }, ports] of facts.hostPorts) {
    // Thousands of ports share a few networks, so each place is looked up once.
    const own = new Map<NetworkId, Place>();
    for (const { node, port } of ports) {
      for (const network of storageOf(node, port)) {
        let place = own.get(network);
        if (!place) own.set(network, (place = placeOf(id, network)));
        note(place.presence, node.cluster.id, node.id);
      }
    }
  }
  const trunks: [string, string][] = [];
  const direct: Presence[] = [];
  const joined: PlanNode[] = [];
  const { links, nodeById, portById } = plan;
  for (const link of links) {
    if (link.speedGbps === null) continue;
    if (link.kind === 'switch-switch') {
      const ends = [link.a.ownerId, link.b.ownerId] as const;
      for (const network of link.networkIds) {
        if (!storage.has(network)) continue;
        // A switch without hosts passes a network on: its place comes into being here.
        for (const end of ends) placeOf(end as SwitchId, network);
        trunks.push([`${ends[0]}\n${network}`, `${ends[1]}\n${network}`]);
      }
    } else if (link.kind === 'node-node') {
      const pair = [link.a, link.b].flatMap(({ ownerId, portId }) => {
        const node = nodeById.get(ownerId as NodeId);
        const port = portId === null ? undefined : portById.get(portId);
        return node && port ? [{ node, networks: storageOf(node, port) }] : [];
      });
      const [a, b] = pair;
      if (!a || !b?.networks.some((network) => a.networks.includes(network))) continue;
      const presence = new Map<ClusterId, NodeId | null>();
      for (const { node } of pair) {
        note(presence, node.cluster.id, node.id);
        joined.push(node);
      }
      direct.push(presence);
    }
  }
  const nodes = lazy(() => {
    const found = new Set(joined);
    for (const ports of facts.hostPorts.values()) {
      for (const { node, port } of ports) if (storageOf(node, port).length > 0) found.add(node);
    }
    return found;
  });
  return { places, trunks, direct, nodes };
}

/** Storage networks a running port can carry: of a team all, for a vNIC moves to another member when its own is down. */
function createStorageReader(
  storage: ReadonlySet<NetworkId>,
): (node: PlanNode, port: PlanPort) => readonly NetworkId[] {
  // Ports of one profile share their list of networks.
  const known = new Map<readonly NetworkId[], readonly NetworkId[]>();
  return ({ profile }, { speedGbps, team, networkIds }) => {
    if (speedGbps === null) return [];
    if (team) {
      const own = profile.vnics.filter((vnic) => vnic.team === team.name && storage.has(vnic.networkId));
      return own.map(({ networkId }) => networkId);
    }
    let own = known.get(networkIds);
    if (!own) known.set(networkIds, (own = networkIds.filter((network) => storage.has(network))));
    return own;
  };
}

function note(presence: Map<ClusterId, NodeId | null>, cluster: ClusterId, node: NodeId | null): void {
  const known = presence.get(cluster);
  if (known === undefined) presence.set(cluster, node);
  else if (known !== node && known !== null) presence.set(cluster, null);
}

/** Who can reach whom, without one switch when it is named: one presence per island. */
export function islands(map: StorageMap, without: SwitchId | null): readonly Presence[] {
  const alive = [...map.places].filter(([, { switchId }]) => switchId !== without);
  const parent = new Map(alive.map(([key]) => [key, key]));
  const rootOf = (key: string): string => {
    let at = key;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const [a, b] of map.trunks) if (parent.has(a) && parent.has(b)) parent.set(rootOf(a), rootOf(b));
  const found = new Map<string, Map<ClusterId, NodeId | null>>();
  for (const [key, { presence }] of alive) {
    const root = rootOf(key);
    const island = found.get(root) ?? new Map<ClusterId, NodeId | null>();
    for (const [cluster, node] of presence) note(island, cluster, node);
    found.set(root, island);
  }
  return [...found.values(), ...map.direct];
}

/**
 * True when storage of that cluster can do without any one switch, as far as that shows at a glance: it runs over a
 * direct cable, or inside each of two switches alone.
 */
export function plainlySurvives(map: StorageMap, cluster: Cluster, giving: readonly ClusterId[]): boolean {
  if (hasStorage(cluster, map.direct, giving)) return true;
  let first: SwitchId | null = null;
  for (const { switchId, presence } of map.places.values()) {
    if (switchId === first || !hasStorage(cluster, [presence], giving)) continue;
    if (first !== null) return true;
    first = switchId;
  }
  return false;
}

/** True when storage can run for that cluster: among its own nodes, or for Hyper-V from any node that gives storage. */
export function hasStorage(
  cluster: Cluster,
  islandsLeft: readonly Presence[],
  giving: readonly ClusterId[],
): boolean {
  return islandsLeft.some((island) =>
    cluster.kind === 'hyper-v'
      ? island.has(cluster.id) && giving.some((id) => island.has(id))
      : island.get(cluster.id) === null,
  );
}
