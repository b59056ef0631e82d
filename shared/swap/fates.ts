import type { LinkId } from '../lib/ids.ts';
import { must } from '../lib/assert.ts';
import type { Plan, PlanLink } from '../plan/index.ts';
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
        before: stateOf(link),
        after: next ? stateOf(next) : null,
      };
    });
}

function fateOf(link: PlanLink, next: PlanLink | undefined): CableFate['fate'] {
  if (!next) return 'removed';
  if (next.problem) return link.problem ? 'unbuilt' : 'broken';
  if (link.problem) return 'mended';
  const [was, is] = [stateOf(link), stateOf(next)];
  if (was.portA !== is.portA || was.portB !== is.portB) return 'moved';
  return was.cable === is.cable && was.speedGbps === is.speedGbps ? 'kept' : 'changed';
}

function stateOf(link: PlanLink): CableState {
  return {
    tag: link.tag,
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
