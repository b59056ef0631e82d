import type { Endpoint, Plan } from '../../plan/types.ts';
import { pairKey } from '../pairs.ts';

/** An IPv4 range, both ends included. */
export interface Range {
  readonly first: number;
  readonly last: number;
  readonly prefixLength: number;
}

/** An IPv4 address as a number. */
export function addressNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** The addresses of a subnet such as `10.71.1.0/24`. */
export function rangeOf(subnet: string): Range {
  const [base = '', length = ''] = subnet.split('/');
  const prefixLength = Number(length);
  const size = 2 ** (32 - prefixLength);
  const first = Math.floor(addressNumber(base) / size) * size;
  return { first, last: first + size - 1, prefixLength };
}

/** One address on two or more interfaces. */
export interface SharedAddress {
  readonly address: string;
  readonly endpoints: readonly Endpoint[];
}

/** Addresses that more than one interface has. */
export function sharedAddresses(plan: Plan): readonly SharedAddress[] {
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

/** Pairs of networks, as `a b` in order of id, in which one address is used twice. */
export function collidingNetworks(plan: Plan): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const { endpoints } of sharedAddresses(plan)) {
    const ids = [...new Set(endpoints.map(({ network }) => network.id))].sort();
    ids.forEach((a, i) => ids.slice(i + 1).forEach((b) => pairs.add(pairKey(a, b))));
  }
  return pairs;
}
