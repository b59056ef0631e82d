import { z } from 'zod';
import { must } from '../lib/assert.ts';
import { id, type ClusterId } from '../lib/ids.ts';
import { err, ok } from '../lib/result.ts';
import { cutText } from '../lib/text.ts';
import { TABLES, withRecords, withoutRecords, type Cluster } from '../model/index.ts';
import { defineCommand } from './define.ts';

/** Dissolves clusters and keeps their nodes: each becomes a lone server of the same role, a cluster of one. */
export const ungroupClusters = defineCommand({
  id: 'ungroup-clusters',
  payload: z.strictObject({ ids: z.array(TABLES.clusters.shape.id).min(1, 'No cluster is chosen') }),
  label: ({ ids }, design) =>
    ids.length === 1
      ? `Ungroup ${design.clusters.get(ids[0] as never)?.name ?? 'a cluster'}`
      : `Ungroup ${ids.length} clusters`,
  apply: (design, { ids }, context) => {
    const doomed = new Set(ids);
    if ([...doomed].some((clusterId) => !design.clusters.has(clusterId)))
      return err('One of these clusters is not there any more.');
    const nodes = [...design.nodes.values()].filter((node) => doomed.has(node.clusterId));
    const lone = nodes.map((node): Cluster => {
      const { kind } = must(design.clusters.get(node.clusterId), 'a node has its cluster');
      // Nobody said which node runs which virtual machines: their load ends with the cluster.
      return { id: id<ClusterId>(context.newId('cluster')), name: cutText(node.name, 60), kind, load: null };
    });
    const grown = withRecords(design, 'clusters', lone);
    const moved = withRecords(
      grown,
      'nodes',
      nodes.map((node, i) => ({ ...node, clusterId: lone[i]?.id ?? node.clusterId })),
    );
    return ok(withoutRecords(moved, 'clusters', doomed));
  },
});
