import { catalog } from '../../shared/catalog/index.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Design } from '../../shared/model/index.ts';
import { aDesign } from './builders.ts';

/** Nodes behind one pair of leaf switches: two cables to each leaf. */
const PER_PAIR = 20;
const SPINES = 4;

/**
 * A regular leaf and spine fabric: one node in five is a file server, each has two dual-port 25 Gb/s cards with
 * two cables to either leaf of its pair, each leaf a 100 Gb/s cable to each of four spines.
 * 1,000 nodes have 4,000 host cables.
 */
export function largeDesign(nodes: number): Design {
  const builder = aDesign()
    .network('storage-a', { vlan: 711, subnet: '10.64.0.0/14' })
    .network('storage-b', { vlan: 712, subnet: '10.68.0.0/14' });
  const networks = ['storage-a', 'storage-b'];
  const cards = ['1', '2'].map((slot) => ({ part: 'nvidia-mcx512a-acat', slot, networks }));
  builder.profile('file-server', cards).profile('hyper-v', cards);
  const names = Array.from({ length: nodes }, (_, i) => `N${String(i + 1).padStart(5, '0')}`);
  const giving = names.filter((_, i) => i % 5 === 0);
  builder.cluster('FS', 'file-server', 'file-server', giving);
  builder.cluster(
    'HV',
    'hyper-v',
    'hyper-v',
    names.filter((_, i) => i % 5 !== 0),
  );
  const leaf = must(
    catalog.switches.find((part) => part.id === 'arista-7050sx3-48yc8'),
    'leaf',
  );
  const spine = must(
    catalog.switches.find((part) => part.id === 'nvidia-sn2700'),
    'spine',
  );
  const [down, up] = leaf.portGroups.map((group) => group.names);
  const spinePorts = spine.portGroups.flatMap((group) => group.names);
  const pairs = Math.ceil(nodes / PER_PAIR);
  // One spine model has few ports; a larger fabric has more planes of four spines, joined to none of the others.
  const pairsPerPlane = Math.floor(spinePorts.length / 2);
  for (let pair = 0; pair < pairs; pair++) {
    const plane = Math.floor(pair / pairsPerPlane);
    for (const side of ['A', 'B']) builder.switch(`LEAF${pair + 1}${side}`, leaf.id);
    for (let s = 0; s < SPINES; s++) {
      const spineName = `SPINE${plane * SPINES + s + 1}`;
      if (pair % pairsPerPlane === 0) builder.switch(spineName, spine.id);
      ['A', 'B'].forEach((side, i) => {
        const port = must(spinePorts[(pair % pairsPerPlane) * 2 + i], 'spine port');
        builder.link(`LEAF${pair + 1}${side}:${must(up?.[s], 'uplink')}`, `${spineName}:${port}`, {
          lengthM: 5,
        });
      });
    }
  }
  names.forEach((name, i) => {
    const pair = Math.floor(i / PER_PAIR) + 1;
    cards.forEach(({ slot }, card) => {
      ['A', 'B'].forEach((side, port) => {
        const free = must(down?.[(i % PER_PAIR) * 2 + card], 'leaf port');
        builder.link(`${name}/${slot}/${port + 1}`, `LEAF${pair}${side}:${free}`, { lengthM: 2 });
      });
    });
  });
  return builder.build();
}
