import type { ClusterId, NetworkId, NodeId, SwitchId } from '../../lib/ids.ts';
import { lazy } from '../../lib/lazy.ts';
import type { Cluster } from '../../model/index.ts';
import type { Plan, PlanLink, PlanNode } from '../../plan/types.ts';
import type { Facts, Presence } from '../facts.ts';
import { createCarriedReader, joinPresence, noteNode, type CarriedReader } from '../traffic.ts';

/** One storage network on one switch. */
interface Place {
  /** Its place in the list of all. */
  readonly index: number;
  readonly switchId: SwitchId;
  readonly presence: Presence;
}

/** Where storage can run: places on switches, the cables that join them, and cables from node to node. */
export interface StorageMap {
  readonly places: readonly Place[];
  readonly trunks: readonly (readonly [Place, Place])[];
  /** Both ends of each cable between nodes. */
  readonly direct: readonly Presence[];
  /** Nodes with a running storage port, gathered on first need. */
  readonly nodes: () => ReadonlySet<PlanNode>;
}

const NOBODY: Presence = new Map();

/** Reads running ports of storage networks off the plan. */
export function mapStorage(plan: Plan, facts: Facts): StorageMap {
  const places: Place[] = [];
  const bySwitch = new Map<SwitchId, Map<NetworkId, Place>>();
  for (const [id, { storage }] of facts.traffic) {
    for (const [network, presence] of storage) addPlace(id, network, presence);
  }
  const carried = createCarriedReader(plan.networks);
  const trunks = facts.trunks.flatMap(({ a, b, speedGbps, networkIds }) =>
    speedGbps === null
      ? []
      : carried.storageIn(networkIds).map((network): readonly [Place, Place] => {
          // A switch without hosts passes a network on: its place comes into being here.
          const [from, to] = [a.ownerId as SwitchId, b.ownerId as SwitchId];
          return [placeOf(from, network), placeOf(to, network)];
        }),
  );
  const joined = facts.direct.flatMap((link) => joinedNodes(link, plan, carried));
  const nodes = lazy(() => {
    const found = new Set(joined.flat());
    for (const { id } of facts.switches) {
      for (const { node, port } of facts.hostPortsOf(id)) {
        if (carried.storageOf(node, port).length > 0) found.add(node);
      }
    }
    return found;
  });
  return { places, trunks, direct: joined.map(presenceOf), nodes };

  function placeOf(id: SwitchId, network: NetworkId): Place {
    return bySwitch.get(id)?.get(network) ?? addPlace(id, network, NOBODY);
  }

  function addPlace(switchId: SwitchId, network: NetworkId, presence: Presence): Place {
    const place = { index: places.length, switchId, presence };
    places.push(place);
    const own = bySwitch.get(switchId);
    if (own) own.set(network, place);
    else bySwitch.set(switchId, new Map([[network, place]]));
    return place;
  }
}

/** Both nodes of a running direct cable whose ends share a storage network. */
function joinedNodes(
  { a, b, speedGbps }: PlanLink,
  { nodeById, portById }: Plan,
  { storageOf }: CarriedReader,
): readonly (readonly PlanNode[])[] {
  if (speedGbps === null) return [];
  const [one, other] = [a, b].flatMap(({ ownerId, portId }) => {
    const node = nodeById.get(ownerId as NodeId);
    const port = portId === null ? undefined : portById.get(portId);
    return node && port ? [{ node, networks: storageOf(node, port) }] : [];
  });
  if (!one || !other?.networks.some((network) => one.networks.includes(network))) return [];
  return [[one.node, other.node]];
}

function presenceOf(nodes: readonly PlanNode[]): Presence {
  const presence = new Map<ClusterId, NodeId | null>();
  for (const node of nodes) noteNode(presence, node);
  return presence;
}

/** Who can reach whom, without one switch when it is named: one presence per island. */
export function islands(map: StorageMap, without: SwitchId | null): readonly Presence[] {
  const parent = map.places.map(({ index }) => index);
  const rootOf = (index: number): number => {
    let at = index;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) at = up;
    return at;
  };
  for (const [a, b] of map.trunks) {
    if (a.switchId !== without && b.switchId !== without) parent[rootOf(a.index)] = rootOf(b.index);
  }
  const found = new Map<number, Map<ClusterId, NodeId | null>>();
  for (const { index, switchId, presence } of map.places) {
    if (switchId === without) continue;
    const root = rootOf(index);
    let island = found.get(root);
    if (!island) found.set(root, (island = new Map<ClusterId, NodeId | null>()));
    joinPresence(island, presence);
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
  for (const { switchId, presence } of map.places) {
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
