import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';
import { directClusters } from '../helpers/direct-cabling.ts';

export const switchlessBeyondThree = defineRule({
  id: 'CL-08',
  area: 'cluster',
  title: 'More than three nodes are better off with switches',
  severity: 'info',
  sources: ['PNR'],
  check: ({ plan, facts }) =>
    judgeEach(directClusters(plan, facts), {
      absent: 'No hyper-converged cluster is cabled directly.',
      reason:
        'A full mesh of two cables per pair needs two more ports in every node with each node that is added.',
      held: 'No directly cabled cluster has more than three nodes.',
      fault: ({ record, nodes }) =>
        nodes.length <= 3
          ? null
          : {
              message: `Cluster "${record.name}" joins ${nodes.length} nodes directly: ${2 * (nodes.length - 1)} storage ports per node.`,
              fix: 'Use two switches from four nodes on.',
            },
    }),
});
