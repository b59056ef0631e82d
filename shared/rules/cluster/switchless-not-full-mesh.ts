import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { listNames } from '../words.ts';
import { directClusters, pairsOf, type DirectCluster } from '../helpers/direct-cabling.ts';

/** Above the size at which a mesh makes sense, CL-01 has spoken already; pairs of a thousand nodes are not counted out. */
const MOST_NODES = 16;

function storageOverSwitch({ nodes }: DirectCluster, switchPorts: ReadonlySet<string>): boolean {
  return nodes.every((node) =>
    node.adapters.some(
      ({ rdma, ports }) => rdma && ports.some(({ peerId }) => peerId !== null && switchPorts.has(peerId)),
    ),
  );
}

export const switchlessNotFullMesh = defineRule({
  id: 'CL-07',
  area: 'cluster',
  title: 'Without a switch every pair of nodes has two cables',
  severity: 'fail',
  sources: ['PNR', 'S2D'],
  check: ({ plan, facts }) => {
    const clusters = directClusters(plan, facts).filter(({ nodes }) => nodes.length <= MOST_NODES);
    if (clusters.length === 0) return notApplicable('No hyper-converged cluster is cabled directly.');
    const switchPorts = new Set<string>(plan.switches.flatMap(({ ports }) => ports.map(({ id }) => id)));
    return judgeEach(
      clusters.filter((cluster) => !storageOverSwitch(cluster, switchPorts)),
      {
        absent: 'Storage of the directly cabled clusters also runs over switches.',
        reason:
          'Nobody forwards storage traffic between nodes: each node has to reach each other one by itself, and still after a cable fails.',
        held: 'Each pair of nodes of a directly cabled cluster has two cables or more.',
        fault: (cluster) => {
          const weak = pairsOf(cluster).filter(({ cables }) => cables < 2);
          if (weak.length === 0) return null;
          const texts = weak.map(({ a, b, cables }) => `${a.record.name} - ${b.record.name} (${cables})`);
          return {
            message: `In cluster "${cluster.record.name}" these pairs have fewer than two working cables: ${listNames(texts)}.`,
            fix: 'Add cables until each pair has two, or use switches.',
          };
        },
      },
    );
  },
});
