import type { LinkId, NetworkId, NodeId, SubjectId, SwitchId } from '../lib/ids.ts';
import type { Plan, PlanNode } from '../plan/types.ts';
import type { Facts } from './facts.ts';

/**
 * Makes the function that says where the drawing shows a set of subjects: a port counts for its adapter and
 * its node or switch, a link for both ends, a profile, a cluster and a network for their nodes.
 * `fabric` is shown nowhere. Lookups are made once, on first need.
 */
export function createLocator(
  plan: Plan,
  facts: Facts,
): (subjects: readonly SubjectId[]) => readonly SubjectId[] {
  let groups: ReadonlyMap<string, readonly PlanNode[]> | null = null;
  const nodesOf = (id: string) => (groups ??= nodeGroups(plan, facts)).get(id);

  const placesOf = (subject: SubjectId): readonly SubjectId[] => {
    const [owner = subject, slot] = subject.split('/');
    if (plan.nodeById.has(owner as NodeId))
      return slot === undefined ? [owner] : [owner, `${owner}/${slot}`, subject];
    if (plan.switchById.has(owner as SwitchId)) return [owner, subject];
    const link = plan.linkById.get(owner as LinkId);
    if (link) {
      return [owner, ...[link.a, link.b].flatMap((end) => placesOf(end.portId ?? end.ownerId))];
    }
    const nodes = nodesOf(owner) ?? [];
    if (slot === undefined) return nodes.map((node) => node.id);
    const isSlot = nodes[0]?.adapters.some((adapter) => adapter.slot.slot === slot) ?? false;
    return nodes.flatMap((node) => (isSlot ? [node.id, `${node.id}/${slot}`] : [node.id]));
  };

  return (subjects) => {
    const places = new Set<SubjectId>();
    for (const subject of subjects) for (const place of placesOf(subject)) places.add(place);
    return [...places];
  };
}

function nodeGroups(plan: Plan, facts: Facts): ReadonlyMap<string, readonly PlanNode[]> {
  const groups = new Map<string, readonly PlanNode[]>();
  for (const { profile, nodes } of facts.profiles) groups.set(profile.id, nodes);
  for (const { record, nodes } of plan.clusters) groups.set(record.id, nodes);
  const byNetwork = new Map<NetworkId, Set<PlanNode>>();
  for (const { network, use } of facts.carriers) {
    const all = byNetwork.get(network.id) ?? new Set();
    for (const node of use.nodes) all.add(node);
    byNetwork.set(network.id, all);
  }
  for (const [id, nodes] of byNetwork) groups.set(id, [...nodes]);
  return groups;
}
