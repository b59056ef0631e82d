import type { SwitchId } from '../lib/ids.ts';
import type { Plan, PlanPort, PlanSwitch } from '../plan/types.ts';
import { isRoce, type HostPort } from './facts.ts';

/**
 * Switches with a RoCE host port, and those that join them: a switch without such a port stays
 * while it has two or more neighbours on the way, so a spine counts and a dead end does not.
 */
export function switchesOnRocePaths(
  { adapterById, links, switches }: Plan,
  hostPorts: ReadonlyMap<PlanSwitch, readonly HostPort[]>,
): readonly PlanSwitch[] {
  const hosts = new Set<SwitchId>();
  for (const [{ id }, list] of hostPorts)
    if (list.some(({ port }) => runsRoce(port, adapterById))) hosts.add(id);
  const neighbours = new Map<SwitchId, Set<SwitchId>>(switches.map(({ id }) => [id, new Set()]));
  for (const link of links) {
    if (link.kind !== 'switch-switch') continue;
    const [a, b] = [link.a.ownerId as SwitchId, link.b.ownerId as SwitchId];
    if (a === b) continue;
    neighbours.get(a)?.add(b);
    neighbours.get(b)?.add(a);
  }
  const ends = [...neighbours].filter(([id, near]) => near.size < 2 && !hosts.has(id)).map(([id]) => id);
  for (let id = ends.pop(); id !== undefined; id = ends.pop()) {
    for (const near of neighbours.get(id) ?? []) {
      const left = neighbours.get(near);
      left?.delete(id);
      if (left?.size === 1 && !hosts.has(near)) ends.push(near);
    }
    neighbours.delete(id);
  }
  return hosts.size === 0 ? [] : switches.filter(({ id }) => neighbours.has(id));
}

function runsRoce({ owner }: PlanPort, adapterById: Plan['adapterById']): boolean {
  const adapter = owner.kind === 'adapter' ? adapterById.get(owner.adapterId) : undefined;
  return adapter !== undefined && adapter.rdma && isRoce(adapter.slot.protocol);
}
