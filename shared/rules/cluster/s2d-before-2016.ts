import { isAtLeast } from '../../model/index.ts';
import { defineRule } from '../define.ts';
import { nodeNames, osName } from '../facts.ts';
import { judgeEach } from '../results.ts';

export const s2dBefore2016 = defineRule({
  id: 'CL-13',
  area: 'cluster',
  title: 'Storage Spaces Direct needs Windows Server 2016',
  severity: 'fail',
  sources: ['S2D'],
  check: ({ facts }) =>
    judgeEach(
      facts.clusters
        .filter(({ record, nodes }) => record.kind === 'hyper-converged' && nodes.length > 0)
        .map(({ record, nodes }) => ({ subject: record.id, record, nodes })),
      {
        absent: 'There is no hyper-converged cluster with nodes.',
        reason:
          'Storage Spaces Direct came with Windows Server 2016; earlier versions cannot pool the drives of several servers.',
        held: 'Each node of a hyper-converged cluster runs Windows Server 2016 or later.',
        fault: ({ record, nodes }) => {
          const old = nodes.filter(({ os }) => !isAtLeast(os, '2016'));
          const versions = [...new Set(old.map(({ os }) => osName(os)))];
          return old.length === 0
            ? null
            : {
                message: `Cluster "${record.name}" is hyper-converged, but ${nodeNames(old)} ${old.length === 1 ? 'is' : 'are'} planned on ${versions.join(' and ')}.`,
                fix: 'Choose Windows Server 2016 or later, or keep storage in a file server cluster of its own.',
              };
        },
      },
    ),
});
