import type { Facts } from '../facts.ts';
import { pairKey } from './pairs.ts';

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

/** Pairs of networks, as `a b` in order of id, in which one address is used twice. */
export function collidingNetworks(facts: Facts): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const { endpoints } of facts.sharedAddresses) {
    const ids = [...new Set(endpoints.map(({ network }) => network.id))].sort();
    ids.forEach((a, i) => ids.slice(i + 1).forEach((b) => pairs.add(pairKey(a, b))));
  }
  return pairs;
}
