import type { SwitchId } from '../lib/ids.ts';
import type { PlanLink } from '../plan/types.ts';
import type { Facts, SwitchTraits } from './facts.ts';

/**
 * Switches with a RoCE host port, and those that join them: a switch without such a port stays
 * while it has two or more neighbours on the way, so a spine counts and a dead end does not.
 */
export function switchesOnRocePaths(
  switches: readonly SwitchTraits[],
  trunks: readonly PlanLink[],
  traffic: Facts['traffic'],
): readonly SwitchTraits[] {
  const hosts = new Set<SwitchId>();
  for (const [id, { roce }] of traffic) if (roce) hosts.add(id);
  const neighbours = new Map<SwitchId, Set<SwitchId>>(switches.map(({ id }) => [id, new Set()]));
  for (const link of trunks) {
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
