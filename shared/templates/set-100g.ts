import { portNames } from '../catalog/index.ts';
import { drawConverged } from './converged.ts';
import { defineTemplate } from './define.ts';
import { adapter } from './records.ts';
import { SOURCE } from './sources.ts';

export const set100g = defineTemplate({
  id: 'set-100g',
  name: 'Four computers, converged 100 GbE',
  summary:
    'Four hyper-converged nodes with Windows Server 2025, all traffic over a SET team of two 100 Gb/s ports on two switches.',
  group: 'Converged SET',
  source: SOURCE.set,
  draw: () =>
    drawConverged({
      os: '2025',
      serverId: 'dell-r750',
      card: adapter('2', 'nvidia-mcx623106an-cdat', { gen: 4, lanes: 16 }, 'RoCEv2', [
        { network: null },
        { network: null },
      ]),
      switchId: 'nvidia-sn2100',
      hostPorts: portNames('swp#', 1, 4),
      peerPorts: portNames('swp#', 15, 16),
    }),
});
