import { defineTemplate } from './define.ts';
import { adapter } from './records.ts';
import { SOURCE } from './sources.ts';
import { drawTwoComputers } from './two-computers.ts';

export const twoNode10g = defineTemplate({
  id: 'two-node-10g',
  name: 'Two computers, 10 GbE',
  summary: 'One file server and one Hyper-V host joined by a single 10 Gb/s cable, without a switch.',
  group: "From Microsoft's page",
  source: SOURCE.roce,
  draw: () =>
    drawTwoComputers((network) =>
      adapter('2', 'nvidia-mcx311a-xcat', { gen: 3, lanes: 8 }, 'RoCEv1', [{ network }]),
    ),
});
