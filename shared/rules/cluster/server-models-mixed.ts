import { defineRule } from '../define.ts';
import type { NodeTraits } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { listNames } from '../words.ts';

function models(nodes: readonly NodeTraits[]): readonly string[] {
  const servers = new Set<NodeTraits['server']>();
  for (const { server } of nodes) servers.add(server);
  return [
    ...new Set([...servers].flatMap((server) => (server ? [`${server.manufacturer} ${server.model}`] : []))),
  ];
}

export const serverModelsMixed = defineRule({
  id: 'CL-03',
  area: 'cluster',
  title: 'One server model per cluster',
  severity: 'info',
  sources: ['S2D'],
  check: ({ facts }) =>
    judgeEach(
      facts.clusters
        .filter(({ nodes }) => nodes.length > 1)
        .map(({ record, nodes }) => ({ subject: record.id, record, nodes })),
      {
        absent: 'No cluster has two nodes to compare.',
        reason:
          'Equal servers behave alike under load and share spare parts; for Storage Spaces Direct they are recommended.',
        held: 'Within each cluster all known servers are of one model.',
        fault: ({ record, nodes }) => {
          const found = models(nodes);
          return found.length < 2
            ? null
            : {
                message: `Cluster "${record.name}" mixes ${listNames(found)}.`,
                fix: 'Use one server model per cluster where you can.',
              };
        },
      },
    ),
});
