import type { NetworkId } from '../lib/ids.ts';
import type { Endpoint, Plan, PlanNode } from '../plan/types.ts';
import type { ScriptInput } from './define.ts';

/** Peers tried on each storage network: a thousand nodes must not mean a million tries. */
const MOST_PEERS = 16;

interface Peer {
  readonly label: string;
  readonly address: string;
  readonly servesFiles: boolean;
}

interface Seat {
  readonly node: PlanNode;
  readonly endpoint: Endpoint;
}

interface Ring {
  readonly seats: readonly Seat[];
  readonly firstOf: ReadonlyMap<string, number>;
}

const rings = new WeakMap<Plan, ReadonlyMap<NetworkId, Ring>>();

/**
 * Storage addresses of other nodes, up to 16 a network. On larger networks they are the next ones behind
 * this node in the plan's order, around the end, so that every node is tried by as many as it tries.
 */
export function peersOf(input: ScriptInput): Peer[] {
  const byNetwork = ringsOf(input.plan);
  const tried = new Set<NetworkId>();
  return input.node.endpoints.flatMap(({ network, address }) => {
    const ring = byNetwork.get(network.id);
    if (!ring || address === null || tried.has(network.id)) return [];
    tried.add(network.id);
    return nextSeats(ring, input.node).map(toPeer);
  });
}

function nextSeats(ring: Ring, node: PlanNode): Seat[] {
  const start = ring.firstOf.get(node.id) ?? 0;
  const next: Seat[] = [];
  for (let step = 1; step < ring.seats.length && next.length < MOST_PEERS; step++) {
    const seat = ring.seats[(start + step) % ring.seats.length];
    if (seat && seat.node.id !== node.id) next.push(seat);
  }
  return next;
}

function toPeer({ node, endpoint }: Seat): Peer {
  return {
    label: `${node.record.name} ${endpoint.network.name} ${endpoint.address ?? ''}`,
    address: endpoint.address ?? '',
    servesFiles: node.cluster.kind !== 'hyper-v',
  };
}

function ringsOf(plan: Plan): ReadonlyMap<NetworkId, Ring> {
  const before = rings.get(plan);
  if (before) return before;
  const seats = new Map<NetworkId, { seats: Seat[]; firstOf: Map<string, number> }>();
  for (const node of plan.nodes) {
    for (const endpoint of node.endpoints) {
      if (endpoint.network.purpose !== 'storage' || endpoint.address === null) continue;
      const ring = seats.get(endpoint.network.id) ?? { seats: [], firstOf: new Map<string, number>() };
      seats.set(endpoint.network.id, ring);
      if (!ring.firstOf.has(node.id)) ring.firstOf.set(node.id, ring.seats.length);
      ring.seats.push({ node, endpoint });
    }
  }
  rings.set(plan, seats);
  return seats;
}
