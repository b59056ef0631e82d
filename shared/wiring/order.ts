import type { NodeId, SwitchId } from '../lib/ids.ts';
import type { Plan, PlanNode } from '../plan/types.ts';

/** The nodes of these ids in the order of the plan: by cluster, then by name. Unknown ids are passed over. */
export function sortNodes(plan: Plan, nodeIds: readonly NodeId[]): readonly PlanNode[] {
  const wanted = new Set(nodeIds);
  return plan.nodes.filter((node) => wanted.has(node.id));
}

/** How many cables join two devices already. */
export function linksBetween(plan: Plan, one: NodeId | SwitchId, other: NodeId | SwitchId): number {
  return plan.links.filter(
    ({ a, b }) => (a.ownerId === one && b.ownerId === other) || (a.ownerId === other && b.ownerId === one),
  ).length;
}
