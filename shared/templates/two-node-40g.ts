import { defineTemplate } from './define.ts';
import { adapter } from './records.ts';
import { SOURCE } from './sources.ts';
import { drawTwoComputers } from './two-computers.ts';

export const twoNode40g = defineTemplate({
  id: 'two-node-40g',
  name: 'Two computers, 40 GbE',
  summary:
    'One file server and one Hyper-V host joined by a single QSFP+ cable at 56 Gb/s, which needs PCIe Gen3 slots.',
  group: "From Microsoft's page",
  source: SOURCE.roce,
  draw: () =>
    drawTwoComputers((network) =>
      adapter('2', 'nvidia-mcx353a-fcbt', { gen: 3, lanes: 8 }, 'RoCEv1', [{ network, speedGbps: 56 }]),
    ),
});
