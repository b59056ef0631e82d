import type { Network } from '../model/index.ts';
import type { Endpoint } from '../plan/types.ts';
import type { Facts, NodeTraits, SharedAddress } from './facts.ts';
import { rangeOf } from './helpers/subnets.ts';

const NONE: readonly SharedAddress[] = [];

/**
 * Addresses that more than one interface has. The plan hands out each address of a network once, so nothing is shared
 * where no one fixed an address and no two subnets overlap.
 */
export function sharedAddressesOf(
  nodes: readonly NodeTraits[],
  networks: readonly Network[],
): Facts['sharedAddresses'] {
  if (!subnetsOverlap(networks) && nodes.every(({ record }) => record.pins.length === 0)) return NONE;
  const shared = sharedAddresses(nodes);
  return shared.length === 0 ? NONE : shared;
}

function subnetsOverlap(networks: readonly Network[]): boolean {
  const ranges = networks.flatMap(({ subnet }) => (subnet === null ? [] : [rangeOf(subnet)]));
  ranges.sort((a, b) => a.first - b.first);
  return ranges.some(({ first }, i) => first <= (ranges[i - 1]?.last ?? -1));
}

function sharedAddresses(nodes: readonly NodeTraits[]): readonly SharedAddress[] {
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
