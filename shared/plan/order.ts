import type { ClusterId } from '../lib/ids.ts';
import { sortNatural } from '../lib/natural-order.ts';
import { CLUSTER_KINDS, type Cluster, type Design, type Node } from '../model/index.ts';

/** Clusters by kind (those that give storage first), then by name. */
export function orderClusters(design: Design): Cluster[] {
  const named = sortNatural(
    design.clusters.values(),
    (cluster) => cluster.name,
    (cluster) => cluster.id,
  );
  return CLUSTER_KINDS.flatMap((kind) => named.filter((cluster) => cluster.kind === kind));
}

/** The nodes of each cluster by name; clusters in the order given. */
export function orderNodes(design: Design, clusters: readonly Cluster[]): Map<ClusterId, Node[]> {
  const groups = new Map<ClusterId, Node[]>(clusters.map((cluster) => [cluster.id, []]));
  for (const node of sortNatural(
    design.nodes.values(),
    (entry) => entry.name,
    (entry) => entry.id,
  )) {
    groups.get(node.clusterId)?.push(node);
  }
  return groups;
}
