import { must } from '../lib/assert.ts';
import type { NetworkId, NodeId } from '../lib/ids.ts';
import { sameData } from '../lib/same-data.ts';
import type { Network } from '../model/index.ts';
import { createAddressPools } from './addresses.ts';
import type { EndpointBlueprint, ProfileBlueprint } from './blueprint.ts';
import type { NodeDraft } from './expand.ts';
import { sameEach } from './keep.ts';
import type { Endpoint } from './types.ts';

/** The interfaces with addresses of every node; `nodes` is in the order in which addresses are handed out. */
export function addressNodes(
  nodes: readonly NodeDraft[],
  networks: Iterable<Network>,
): ReadonlyMap<NodeId, readonly Endpoint[]> {
  const pools = createAddressPools(networks, pinnedByNetwork(nodes));
  const endpoints = new Map<NodeId, readonly Endpoint[]>();
  for (const node of nodes) {
    const list = node.print.endpoints.map((print) => {
      const pool = must(pools.get(print.network.id), `network ${print.network.id}`);
      const pin = pinOf(node, print);
      if (pin !== null) pool.skip();
      const address = pin ?? pool.next();
      return buildEndpoint(node, print, address, address === null ? null : pool.prefixLength, pin !== null);
    });
    endpoints.set(node.record.id, list);
  }
  return endpoints;
}

/** True when nodes of both profiles have the same interfaces, at ports of the same names and ids. */
export function sameEndpoints(a: ProfileBlueprint, b: ProfileBlueprint): boolean {
  return (
    a === b ||
    (sameData(a.endpoints, b.endpoints) &&
      sameEach(
        a.adapters,
        b.adapters,
        (p, q) => p.slot.slot === q.slot.slot && p.ports.length === q.ports.length,
      ))
  );
}

function buildEndpoint(
  node: NodeDraft,
  print: EndpointBlueprint,
  address: string | null,
  prefixLength: number | null,
  pinned: boolean,
): Endpoint {
  const port = print.port && node.adapters[print.port.adapter]?.ports[print.port.port];
  return {
    key: print.key,
    nodeId: node.record.id,
    kind: print.kind,
    name: print.name,
    vnic: print.vnic,
    teamName: print.teamName,
    portId: port?.port.id ?? null,
    network: print.network,
    address,
    prefixLength,
    pinned,
    rdma: print.rdma,
  };
}

function pinOf(node: NodeDraft, print: EndpointBlueprint): string | null {
  return node.record.pins.find((pin) => pin.endpoint === print.key)?.address ?? null;
}

function pinnedByNetwork(nodes: readonly NodeDraft[]): ReadonlyMap<NetworkId, readonly string[]> {
  const pinned = new Map<NetworkId, string[]>();
  for (const node of nodes) {
    if (node.record.pins.length === 0) continue;
    for (const print of node.print.endpoints) {
      const address = pinOf(node, print);
      if (address === null) continue;
      const list = pinned.get(print.network.id) ?? [];
      list.push(address);
      pinned.set(print.network.id, list);
    }
  }
  return pinned;
}
