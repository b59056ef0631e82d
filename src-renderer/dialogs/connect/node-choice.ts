import type { NodeId } from '../../../shared/lib/ids.ts';
import type { Plan, PlanNode } from '../../../shared/plan/index.ts';

/** Free ports of a node, of the cards that count. */
export function freeCount(node: PlanNode, slots: ReadonlySet<string> | undefined): number {
  return node.adapters
    .filter((adapter) => slots?.has(adapter.slot.slot) ?? true)
    .reduce((sum, adapter) => sum + adapter.ports.filter((port) => port.linkIds.length === 0).length, 0);
}

/** A design of so many nodes is cabled as a whole; of larger ones a cluster is offered. */
const MOST_AT_ONCE = 64;

/** The nodes a dialog begins with: those asked for, else all with free ports. */
export function allNodes(plan: Plan, asked: readonly NodeId[]): ReadonlySet<NodeId> {
  if (asked.length > 0 || plan.nodes.length > MOST_AT_ONCE) return firstNodes(plan, asked);
  const open = plan.nodes.filter((node) => freeCount(node, undefined) > 0);
  return new Set((open.length > 0 ? open : plan.nodes).map((node) => node.id));
}

/** The nodes a mesh begins with: those asked for, else the first cluster that has free ports. */
export function firstNodes(plan: Plan, asked: readonly NodeId[]): ReadonlySet<NodeId> {
  if (asked.length > 0) return new Set(asked);
  const open = plan.clusters.find(({ nodes }) => nodes.some((node) => freeCount(node, undefined) > 0));
  return new Set((open ?? plan.clusters[0])?.nodes.map((node) => node.id));
}

/** The slots of some nodes with the cards in them, in order. */
export function slotsOf(
  plan: Plan,
  chosen: ReadonlySet<NodeId>,
): readonly { readonly slot: string; readonly cards: string }[] {
  const slots = new Map<string, Set<string>>();
  for (const id of chosen) {
    for (const { slot, model } of plan.nodeById.get(id)?.adapters ?? []) {
      const models = slots.get(slot.slot) ?? new Set();
      slots.set(slot.slot, models.add(model));
    }
  }
  return [...slots].map(([slot, models]) => ({ slot, cards: [...models].join(', ') }));
}
