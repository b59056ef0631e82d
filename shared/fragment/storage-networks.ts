import { id, type NetworkId } from '../lib/ids.ts';
import { sortNatural } from '../lib/natural-order.ts';
import type { Design, Network } from '../model/index.ts';
import { LONGEST, TakenNames } from './names.ts';
import type { NewId } from './types.ts';

/** The storage networks of a design by name. */
export function storageNetworks(design: Design): readonly Network[] {
  return sortNatural(
    [...design.networks.values()].filter((network) => network.purpose === 'storage'),
    (network) => network.name,
    (network) => network.id,
  );
}

/** VLAN and third part of the subnet with which storage networks begin, as in the templates. */
const FIRST = { vlan: 711, subnet: 1 };

/** Storage A and Storage B, each with a VLAN and a subnet that nothing else of the design uses. */
export function twoStorageNetworks(design: Design, newId: NewId): readonly Network[] {
  const names = new TakenNames([...design.networks.values()].map((network) => network.name));
  const vlans = new Set([...design.networks.values()].map((network) => network.vlan));
  const subnets = new Set([...design.networks.values()].map((network) => network.subnet));
  return ['Storage A', 'Storage B'].map((wanted, i): Network => {
    let vlan = FIRST.vlan + i;
    while (vlans.has(vlan) && vlan < 4094) vlan += 1;
    vlans.add(vlan);
    let third = FIRST.subnet + i;
    while (subnets.has(`10.71.${third}.0/24`) && third < 255) third += 1;
    const subnet = `10.71.${third}.0/24`;
    subnets.add(subnet);
    return {
      id: id<NetworkId>(newId('net')),
      name: names.take(wanted, LONGEST.other),
      purpose: 'storage',
      vlan,
      subnet,
      firstHost: 11,
      gateway: null,
      dns: [],
    };
  });
}
