import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';

/** Hyper-converged clusters have a lower limit, which is CL-01's. */
export const moreThan64Nodes = defineRule({
  id: 'CL-02',
  area: 'cluster',
  title: 'A failover cluster has at most 64 nodes',
  severity: 'fail',
  sources: ['ENG'],
  check: ({ facts }) =>
    judgeEach(
      facts.clusters
        .filter(({ record, nodes }) => record.kind !== 'hyper-converged' && nodes.length > 0)
        .map(({ record, nodes }) => ({ subject: record.id, record, nodes })),
      {
        absent: 'There is no file server or Hyper-V cluster with nodes.',
        reason: 'Windows Server failover clustering takes no more than 64 nodes.',
        held: 'Each cluster has at most 64 nodes.',
        fault: ({ record, nodes }) =>
          nodes.length <= 64
            ? null
            : {
                message: `Cluster "${record.name}" has ${nodes.length} nodes.`,
                fix: 'Split it into clusters of at most 64 nodes.',
              },
      },
    ),
});
