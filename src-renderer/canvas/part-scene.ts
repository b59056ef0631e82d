import type { Plan } from '../../shared/plan/index.ts';
import type { Scene } from '../../shared/scene/index.ts';

/** Above this many things drawn, a drag redraws only what it touches: the whole would miss frames. */
const WHOLE_UP_TO = 300;

/** True when the whole scene can be built again for every frame of a drag. */
export function isSmall(plan: Plan): boolean {
  return plan.nodes.length + plan.links.length <= WHOLE_UP_TO;
}

/** The plan cut down to some items, what they are cabled to and those cables. Rates and regions are left out. */
export function partOfPlan(plan: Plan, ids: ReadonlySet<string>): Plan {
  const links = plan.links.filter((link) => ids.has(link.a.ownerId) || ids.has(link.b.ownerId));
  const kept = new Set([...ids, ...links.flatMap((link) => [link.a.ownerId, link.b.ownerId] as string[])]);
  return {
    ...plan,
    links,
    nodes: plan.nodes.filter((node) => kept.has(node.id)),
    switches: plan.switches.filter((item) => kept.has(item.id)),
    clusters: [],
  };
}

/** The scene with what moves, and its cables, taken from a part of it. What they are cabled to stays as it was. */
export function withPart(whole: Scene, part: Scene, moving: ReadonlySet<string>): Scene {
  return {
    ...whole,
    nodes: replace(
      whole.nodes,
      part.nodes.filter(({ id }) => moving.has(id)),
    ),
    switches: replace(
      whole.switches,
      part.switches.filter(({ id }) => moving.has(id)),
    ),
    cables: replace(whole.cables, part.cables),
  };
}

function replace<T extends { readonly id: string }>(whole: readonly T[], part: readonly T[]): readonly T[] {
  if (part.length === 0) return whole;
  const fresh = new Map(part.map((item) => [item.id, item]));
  return whole.map((item) => fresh.get(item.id) ?? item);
}
