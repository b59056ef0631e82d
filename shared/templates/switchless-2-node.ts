import { defineTemplate } from './define.ts';
import { adapter, cluster, node, numbered, onNode, profile, storageNetwork } from './records.ts';
import { SOURCE } from './sources.ts';

export const switchless2Node = defineTemplate({
  id: 'switchless-2-node',
  name: 'Two computers, switchless 25 GbE',
  summary:
    'Two hyper-converged nodes joined by two 25 Gb/s storage cables; management runs over the ports of the servers.',
  group: 'Switchless',
  source: SOURCE.switchless,
  draw() {
    const networks = [storageNetwork('Storage 1', 711), storageNetwork('Storage 2', 712)];
    const s2d = cluster('S2D-CL1', 'hyper-converged');
    const like = profile('profile-s2d', {
      name: 'Hyper-converged node',
      serverId: 'dell-r640',
      os: '2019',
      adapters: [
        adapter(
          '2',
          'nvidia-mcx4121a-acat',
          { gen: 3, lanes: 8 },
          'RoCEv2',
          networks.map((network) => ({ network })),
        ),
      ],
    });
    const one = node('S2D01', s2d, like);
    const two = node('S2D02', s2d, like);
    return {
      networks,
      clusters: [s2d],
      profiles: [like],
      nodes: [one, two],
      switches: [],
      links: numbered(
        [1, 2].map((port) => ({ a: onNode(one, '2', port), b: onNode(two, '2', port), lengthM: 1 })),
      ),
    };
  },
});
