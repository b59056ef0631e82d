import type { LinkId } from '../lib/ids.ts';
import { must } from '../lib/assert.ts';
import { tagOf, type Plan, type PlanLink } from '../plan/index.ts';
import type { CableFate, CableState } from './types.ts';

/** What becomes of each cable, in the order of their numbers. */
export function cableFates(touched: ReadonlySet<LinkId>, before: Plan, after: Plan): CableFate[] {
  return before.links
    .filter(({ id }) => touched.has(id))
    .map((link) => {
      const next = after.linkById.get(link.id);
      return {
        linkId: link.id,
        fate: fateOf(link, next),
        before: stateOf(link, before),
        after: next ? stateOf(next, after) : null,
      };
    });
}

function fateOf(link: PlanLink, next: PlanLink | undefined): CableFate['fate'] {
  if (!next) return 'removed';
  if (next.problem) return link.problem ? 'unbuilt' : 'broken';
  if (link.problem) return 'mended';
  if (link.a.label !== next.a.label || link.b.label !== next.b.label) return 'moved';
  return cableText(link) === cableText(next) && link.speedGbps === next.speedGbps ? 'kept' : 'changed';
}

function stateOf(link: PlanLink, plan: Plan): CableState {
  return {
    tag: tagOf(link.id, plan),
    portA: link.a.label,
    portB: link.b.label,
    speedGbps: link.speedGbps,
    cable: cableText(link),
  };
}

/** The product of a cable in words. */
function cableText({ cable, cableReason }: PlanLink): string {
  if (!cable) return cableReason;
  if (cable.kind === 'assembly') return cable.part.model;
  const { transceiverA: a, transceiverB: b, fibre } = cable;
  const modules = a.id === b.id ? `2 x ${a.model}` : `${a.model}, ${b.model}`;
  return `${modules}, ${must(fibre, 'fibre').type} ${fibre.lengthM} m`;
}
