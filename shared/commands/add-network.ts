import { z } from 'zod';
import { id, type NetworkId } from '../lib/ids.ts';
import { ok } from '../lib/result.ts';
import { TABLES, withRecords, type Design, type Network } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { mergeChanges } from './edit-record.ts';

const NAMES: Readonly<Record<Network['purpose'], string>> = {
  storage: 'Storage',
  management: 'Management',
  compute: 'Compute',
  'live-migration': 'Live migration',
  cluster: 'Cluster',
};

/** Adds a network. What is not given follows the networks there are: the next name, VLAN and subnet. */
export const addNetwork = defineCommand({
  id: 'add-network',
  payload: z.strictObject({ network: TABLES.networks.omit({ id: true }).partial() }),
  label: ({ network }) => (network.name === undefined ? 'Add a network' : `Add network ${network.name}`),
  apply: (design, { network }, context) => {
    const purpose = network.purpose ?? 'storage';
    const base: Network = {
      id: id<NetworkId>(context.newId('network')),
      name: nextName(design, purpose),
      purpose,
      vlan: nextVlan(design, purpose),
      subnet: nextSubnet(design, purpose),
      firstHost: 11,
      gateway: null,
      dns: [],
    };
    return ok(withRecords(design, 'networks', [mergeChanges(base, network)]));
  },
});

/** `Storage A`, `Storage B` ... for storage, the plain word for a first network of another purpose. */
function nextName(design: Design, purpose: Network['purpose']): string {
  const taken = new Set(Array.from(design.networks.values(), ({ name }) => name));
  const word = NAMES[purpose];
  if (purpose !== 'storage' && !taken.has(word)) return word;
  for (let i = 0; ; i++) {
    const name = `${word} ${i < 26 ? String.fromCharCode(65 + i) : String(i + 1)}`;
    if (!taken.has(name)) return name;
  }
}

function nextVlan(design: Design, purpose: Network['purpose']): number {
  const all = [...design.networks.values()];
  const taken = new Set(all.map(({ vlan }) => vlan));
  const alike = all.filter((network) => network.purpose === purpose && network.vlan > 0);
  const first =
    alike.length > 0 ? Math.max(...alike.map(({ vlan }) => vlan)) + 1 : purpose === 'storage' ? 711 : 10;
  for (let vlan = first; vlan <= 4094; vlan++) if (!taken.has(vlan)) return vlan;
  return 0;
}

/** The /24 behind the last one of that purpose; null when there is no such to follow and 10.71.x is used up. */
function nextSubnet(design: Design, purpose: Network['purpose']): string | null {
  const subnets = [...design.networks.values()].flatMap(({ subnet, purpose: of }) =>
    subnet ? [{ subnet, of }] : [],
  );
  const taken = new Set(subnets.map(({ subnet }) => subnet));
  const last = subnets.filter(({ of, subnet }) => of === purpose && subnet.endsWith('/24')).at(-1)?.subnet;
  const [a = '10', b = purpose === 'storage' ? '71' : '10', c = '0'] = last?.split('.') ?? [];
  for (let third = Number(c) + 1; third <= 255; third++) {
    const subnet = `${a}.${b}.${third}.0/24`;
    if (!taken.has(subnet)) return subnet;
  }
  return null;
}
