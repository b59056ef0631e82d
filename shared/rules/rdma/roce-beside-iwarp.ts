import { defineRule } from '../define.ts';
import { isRoce } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { rdmaNetworks, whoSpeaksWhat } from '../helpers/rdma-networks.ts';

export const roceBesideIwarp = defineRule({
  id: 'RDMA-02',
  area: 'rdma',
  title: 'RoCE and iWARP do not share a network',
  severity: 'fail',
  sources: ['HNR'],
  check: ({ facts }) =>
    judgeEach(rdmaNetworks(facts), {
      absent: 'No network runs over RDMA.',
      reason: 'Adapters talk RDMA to their own kind only; between RoCE and iWARP, SMB falls back to TCP.',
      held: 'Within each network all adapters speak RoCE, or all speak iWARP.',
      fault: (item) =>
        item.protocols.includes('iWARP') && item.protocols.some(isRoce)
          ? {
              message: `Network "${item.network.name}" joins ${whoSpeaksWhat(item)}.`,
              fix: 'Use one protocol per storage network.',
            }
          : null,
    }),
});
