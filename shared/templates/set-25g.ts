import { portNames } from '../catalog/index.ts';
import { drawConverged } from './converged.ts';
import { defineTemplate } from './define.ts';
import { adapter } from './records.ts';
import { SOURCE } from './sources.ts';

export const set25g = defineTemplate({
  id: 'set-25g',
  name: 'Four computers, converged 25 GbE',
  summary:
    'Four hyper-converged nodes with Windows Server 2022, all traffic over a SET team of two 25 Gb/s ports on two switches.',
  group: 'Converged SET',
  source: SOURCE.set,
  draw: () =>
    drawConverged({
      os: '2022',
      serverId: 'dell-r650',
      card: adapter('1', 'nvidia-mcx512a-acat', { gen: 4, lanes: 16 }, 'RoCEv2', [
        { network: null },
        { network: null },
      ]),
      switchId: 'nvidia-sn2010',
      hostPorts: portNames('swp#', 1, 4),
      peerPorts: portNames('swp#', 21, 22),
    }),
});
