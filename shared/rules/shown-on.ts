import type { LinkId, NodeId, SubjectId, SwitchId } from '../lib/ids.ts';
import type { Plan } from '../plan/types.ts';
import type { Facts } from './facts.ts';

/**
 * Makes the function that says where the drawing shows a set of subjects: a port counts for its adapter and
 * its node or switch, a link for both ends, a profile, a cluster and a network for their nodes.
 * `fabric` is shown nowhere.
 */
export function createLocator(
  plan: Plan,
  facts: Facts,
): (subjects: readonly SubjectId[]) => readonly SubjectId[] {
  const placesOf = (subject: SubjectId): readonly SubjectId[] => {
    const [owner = subject, slot] = subject.split('/');
    if (plan.nodeById.has(owner as NodeId))
      return slot === undefined ? [owner] : [owner, `${owner}/${slot}`, subject];
    if (plan.switchById.has(owner as SwitchId)) return [owner, subject];
    const nodes = facts.nodesOf(owner);
    // Asked last: hardly any finding is about a cable, and the index of all cables is made for nobody else.
    const link = nodes.length === 0 ? plan.linkById.get(owner as LinkId) : undefined;
    if (link) {
      return [owner, ...[link.a, link.b].flatMap((end) => placesOf(end.portId ?? end.ownerId))];
    }
    if (slot === undefined) return nodes.map((node) => node.id);
    // Nodes of one profile have the same slots, whose adapters bring their ids along.
    const at = nodes[0]?.adapters.findIndex((adapter) => adapter.slot.slot === slot) ?? -1;
    const places: SubjectId[] = [];
    for (const { id, adapters } of nodes) {
      places.push(id);
      const adapter = adapters[at];
      if (adapter) places.push(adapter.id);
    }
    return places;
  };

  return (subjects) => {
    const places = new Set<SubjectId>();
    for (const subject of subjects) for (const place of placesOf(subject)) places.add(place);
    return [...places];
  };
}
