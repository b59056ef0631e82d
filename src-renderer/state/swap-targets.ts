import type { Plan, PlanAdapter, PlanNode, PlanSwitch } from '../../shared/plan/index.ts';

export type SwapWhat = 'adapter' | 'switch' | 'server';

/**
 * What a swap begins with: the selected pieces of that kind, those of selected nodes and clusters, and without
 * any such selection all of the model there is most of. Empty when the design has none.
 */
export function swapTargets(plan: Plan, selection: ReadonlySet<string>, what: SwapWhat): readonly string[] {
  switch (what) {
    case 'adapter': {
      const exact = plan.adapters.filter((adapter) => isChosen(adapter, selection));
      const chosen =
        exact.length > 0 ? exact : plan.adapters.filter(({ nodeId }) => holds(plan, selection, nodeId));
      return commonest(chosen.length > 0 ? chosen : plan.adapters, ({ slot }) => slot.partId);
    }
    case 'switch': {
      const chosen = plan.switches.filter((item) => isChosenSwitch(item, selection));
      return chosen.length > 0
        ? chosen.map(({ id }) => id)
        : commonest(plan.switches, ({ record }) => record.partId);
    }
    case 'server': {
      const chosen = plan.nodes.filter((node) => holds(plan, selection, node.id) || hasPart(node, selection));
      return chosen.length > 0
        ? chosen.map(({ id }) => id)
        : commonest(plan.nodes, ({ profile }) => profile.serverId);
    }
  }
}

/** True when the selection names a piece of that kind, or a node or cluster that has one. */
export function hasSwapTarget(plan: Plan, selection: ReadonlySet<string>, what: SwapWhat): boolean {
  if (what === 'switch') return plan.switches.some((item) => isChosenSwitch(item, selection));
  const nodes = plan.nodes.filter((node) => holds(plan, selection, node.id) || hasPart(node, selection));
  return what === 'server' ? nodes.length > 0 : nodes.some(({ adapters }) => adapters.length > 0);
}

function isChosen(adapter: PlanAdapter, selection: ReadonlySet<string>): boolean {
  return selection.has(adapter.id) || adapter.ports.some(({ id }) => selection.has(id));
}

function isChosenSwitch(item: PlanSwitch, selection: ReadonlySet<string>): boolean {
  return selection.has(item.id) || item.ports.some(({ id }) => selection.has(id));
}

function hasPart(node: PlanNode, selection: ReadonlySet<string>): boolean {
  return node.adapters.some((adapter) => isChosen(adapter, selection));
}

function holds(plan: Plan, selection: ReadonlySet<string>, nodeId: PlanNode['id']): boolean {
  const node = plan.nodeById.get(nodeId);
  return node !== undefined && (selection.has(nodeId) || selection.has(node.cluster.id));
}

function commonest<T extends { readonly id: string }>(
  items: readonly T[],
  modelOf: (item: T) => string,
): readonly string[] {
  const byModel = new Map<string, string[]>();
  for (const item of items) {
    const model = modelOf(item);
    const ids = byModel.get(model) ?? [];
    ids.push(item.id);
    byModel.set(model, ids);
  }
  let best: readonly string[] = [];
  for (const ids of byModel.values()) if (ids.length > best.length) best = ids;
  return best;
}
