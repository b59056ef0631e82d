import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';
import { count } from '../words.ts';

export const nodeCountOutsideS2d = defineRule({
  id: 'CL-01',
  area: 'cluster',
  title: 'A hyper-converged cluster has 2 to 16 nodes',
  severity: 'fail',
  sources: ['S2D'],
  check: ({ facts }) =>
    judgeEach(
      facts.clusters
        .filter(({ record, nodes }) => record.kind === 'hyper-converged' && nodes.length > 0)
        .map(({ record, nodes }) => ({ subject: record.id, record, nodes })),
      {
        absent: 'There is no hyper-converged cluster with nodes.',
        reason: 'Storage Spaces Direct mirrors data between 2 to 16 servers.',
        held: 'Each hyper-converged cluster has 2 to 16 nodes.',
        fault: ({ record, nodes }) =>
          nodes.length >= 2 && nodes.length <= 16
            ? null
            : {
                message: `Cluster "${record.name}" has ${count(nodes.length, 'node')}.`,
                fix: nodes.length < 2 ? 'Add a second node.' : 'Split it into clusters of at most 16 nodes.',
              },
      },
    ),
});
