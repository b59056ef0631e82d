import type { LinkId } from '../../shared/lib/ids.ts';
import type { Plan } from '../../shared/plan/index.ts';

/**
 * What of a selection can fail: adapters, cables, switches and nodes. The lanes of one breakout cable are lost
 * together.
 */
export function failableOf(plan: Plan, ids: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  for (const id of ids) {
    const key = id as never;
    const link = plan.linkById.get(key);
    if (link) for (const lane of lanesOf(plan, link.id)) found.add(lane);
    else if (plan.nodeById.has(key) || plan.switchById.has(key) || plan.adapterById.has(key)) found.add(id);
  }
  return [...found];
}

function lanesOf(plan: Plan, id: LinkId): readonly LinkId[] {
  const breakout = plan.linkById.get(id)?.record.breakout;
  if (!breakout) return [id];
  const run = plan.runs.find(({ links }) => links.some((link) => link.id === id));
  return run ? run.links.map((link) => link.id) : [id];
}
