import type { Network } from '../model/index.ts';
import { defineTemplate } from './define.ts';
import { adapter, cluster, node, numbered, onNode, profile, storageNetwork } from './records.ts';
import { SOURCE } from './sources.ts';

export const switchless3Node = defineTemplate({
  id: 'switchless-3-node',
  name: 'Three computers, switchless 25 GbE',
  summary:
    'Three hyper-converged nodes in a full mesh, two 25 Gb/s cables per pair, each on a card of its own.',
  group: 'Switchless',
  source: SOURCE.switchless,
  draw() {
    // A ring of three is a full mesh: port 1 goes to the next node, port 2 comes from the one before. Each
    // cable is a network of its own, so each node meets other networks and needs a profile of its own.
    const slots = ['2', '3'] as const;
    const pair = (name: string, vlan: number) =>
      [storageNetwork(`Storage ${name} A`, vlan), storageNetwork(`Storage ${name} B`, vlan + 1)] as const;
    const p12 = pair('1-2', 711);
    const p23 = pair('2-3', 713);
    const p31 = pair('3-1', 715);
    const s2d = cluster('S2D-CL1', 'hyper-converged');
    const like = (number: number, next: readonly Network[], previous: readonly Network[]) =>
      profile(`profile-s2d-${number}`, {
        name: `Hyper-converged node ${number}`,
        serverId: 'dell-r750',
        os: '2022',
        adapters: slots.map((slot, i) =>
          adapter(slot, 'nvidia-mcx512a-acat', { gen: 4, lanes: 8 }, 'RoCEv2', [
            { network: next[i] ?? null },
            { network: previous[i] ?? null },
          ]),
        ),
      });
    const profiles = [like(1, p12, p31), like(2, p23, p12), like(3, p31, p23)] as const;
    const one = node('S2D01', s2d, profiles[0]);
    const two = node('S2D02', s2d, profiles[1]);
    const three = node('S2D03', s2d, profiles[2]);
    const ring = [
      [one, two],
      [two, three],
      [three, one],
    ] as const;
    return {
      networks: [...p12, ...p23, ...p31],
      clusters: [s2d],
      profiles,
      nodes: [one, two, three],
      switches: [],
      links: numbered(
        ring.flatMap(([from, to]) =>
          slots.map((slot) => ({ a: onNode(from, slot, 1), b: onNode(to, slot, 2), lengthM: 1 })),
        ),
      ),
    };
  },
});
