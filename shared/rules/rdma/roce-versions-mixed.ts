import { defineRule } from '../define.ts';
import { isRoce } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { rdmaNetworks, whoSpeaksWhat } from '../helpers/rdma-networks.ts';

export const roceVersionsMixed = defineRule({
  id: 'RDMA-03',
  area: 'rdma',
  title: 'One RoCE version per network',
  severity: 'fail',
  sources: ['CTS', 'VM'],
  check: ({ facts }) =>
    judgeEach(
      rdmaNetworks(facts).filter(({ protocols }) => protocols.some(isRoce)),
      {
        absent: 'No network runs over RoCE.',
        reason:
          'Version 1 is an Ethernet frame of its own kind, version 2 a UDP packet; an adapter set to one does not understand the other.',
        held: 'Within each network all RoCE adapters use one version.',
        fault: (item) =>
          item.protocols.includes('RoCEv1') && item.protocols.includes('RoCEv2')
            ? {
                message: `Network "${item.network.name}" joins ${whoSpeaksWhat(item)}.`,
                fix: 'Set all adapters to RoCE v2, or all to v1 where a card knows no other.',
              }
            : null,
      },
    ),
});
