import type { NetworkId } from '../lib/ids.ts';
import type { Network } from '../model/index.ts';

/** Hands out the IPv4 addresses of one network. */
export interface AddressPool {
  readonly prefixLength: number | null;
  /**
   * The address of the next interface in node order: its place counted from the first host. Addresses in use
   * (pinned, gateway, DNS) are passed over. Null when there is no subnet or it is full.
   */
  readonly next: () => string | null;
  /** An interface with an address of its own keeps its place, so that the others do not move. */
  readonly skip: () => void;
}

/** A pool per network. `pinned` are the addresses users fixed, by network. */
export function createAddressPool(network: Network, pinned: readonly string[]): AddressPool {
  const range = network.subnet === null ? null : hostRange(network.subnet);
  if (!range) return { prefixLength: null, next: () => null, skip: () => undefined };
  const taken = new Set(
    [...pinned, ...network.dns, ...(network.gateway === null ? [] : [network.gateway])].map(parseIpv4),
  );
  const formatIpv4 = createFormatter();
  /** Places of interfaces that have an address of their own: handed out when all others are. */
  const left: number[] = [];
  let cursor = range.base + network.firstHost;
  const claim = (): number | null => {
    while (cursor <= range.last) {
      const address = cursor;
      cursor += 1;
      if (!taken.has(address)) return address;
    }
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      if (address <= range.last && !taken.has(address)) return address;
    }
    return null;
  };
  return {
    prefixLength: range.prefixLength,
    skip: () => {
      left.push(cursor);
      cursor += 1;
    },
    next: () => {
      const address = claim();
      return address === null ? null : formatIpv4(address);
    },
  };
}

/** Pools for every network, told which addresses are fixed. */
export function createAddressPools(
  networks: Iterable<Network>,
  pinned: ReadonlyMap<NetworkId, readonly string[]>,
): ReadonlyMap<NetworkId, AddressPool> {
  return new Map(
    Array.from(networks, (network) => [network.id, createAddressPool(network, pinned.get(network.id) ?? [])]),
  );
}

interface HostRange {
  readonly base: number;
  readonly last: number;
  readonly prefixLength: number;
}

/** The base of a subnet such as `10.71.1.0/24` and its last address for a host. */
function hostRange(subnet: string): HostRange {
  const [address = '', length = ''] = subnet.split('/');
  const prefixLength = Number(length);
  const size = 2 ** (32 - prefixLength);
  const base = Math.floor(parseIpv4(address) / size) * size;
  const broadcast = prefixLength < 31 ? 1 : 0;
  return { base, last: base + size - 1 - broadcast, prefixLength };
}

/** An IPv4 address as a number. */
function parseIpv4(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** Makes the function that writes numbers as addresses; neighbours share all but the last part, which is put once. */
function createFormatter(): (value: number) => string {
  let [block, start] = [-1, ''];
  return (value) => {
    if (block !== value >>> 8) {
      block = value >>> 8;
      start = `${block >>> 16}.${(block >>> 8) & 255}.${block & 255}.`;
    }
    return `${start}${value & 255}`;
  };
}
