import type { NodeId } from '../lib/ids.ts';
import { sortNatural } from '../lib/natural-order.ts';
import type { Plan, PlanNode } from '../plan/types.ts';

/** The nodes of these ids in the order of the plan: by cluster, then by name. Unknown ids are passed over. */
export function sortNodes(plan: Plan, nodeIds: readonly NodeId[]): readonly PlanNode[] {
  const wanted = new Set(nodeIds);
  const nodes = plan.nodes.filter((node) => wanted.has(node.id));
  const clusters = new Set(nodes.map((node) => node.cluster.id));
  if (clusters.size > 1) return nodes;
  return sortNatural(
    nodes,
    (node) => node.record.name,
    (node) => node.id,
  );
}
