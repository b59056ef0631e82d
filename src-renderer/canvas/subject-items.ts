import type { Design } from '../../shared/model/index.ts';
import type { Plan } from '../../shared/plan/index.ts';

/**
 * The items of the drawing that stand for a subject: itself for nodes, switches, clusters and links, the owner for
 * ports and adapters, all nodes of a profile, all cables of a network. Nothing for the fabric and the project.
 */
export function itemsOfSubject(id: string, design: Design, plan: Plan): readonly string[] {
  const key = id as never;
  if (design.nodes.has(key) || design.switches.has(key) || design.clusters.has(key) || design.links.has(key))
    return [id];
  const adapter = plan.adapterById.get(key);
  if (adapter) return [adapter.nodeId];
  const port = plan.portById.get(key);
  if (port) return [port.owner.kind === 'switch' ? port.owner.switchId : port.owner.nodeId];
  if (design.profiles.has(key))
    return plan.nodes.filter((node) => node.profile.id === id).map((node) => node.id);
  if (design.networks.has(key)) {
    return plan.links.filter((link) => link.networkIds.includes(key)).map((link) => link.id);
  }
  return [];
}

/** What lights up while a subject is under the pointer: a cable or a cabled port lights its whole path. */
export function litBy(
  id: string,
  plan: Plan,
): { readonly cables: readonly string[]; readonly ports: readonly string[] } {
  const key = id as never;
  const linkIds = plan.linkById.has(key) ? [id] : (plan.portById.get(key)?.linkIds ?? []);
  const ends = linkIds.flatMap((linkId) => {
    const link = plan.linkById.get(linkId as never);
    return link ? [link.a.portId, link.b.portId] : [];
  });
  return { cables: linkIds, ports: ends.filter((end) => end !== null) };
}
