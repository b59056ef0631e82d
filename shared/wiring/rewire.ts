import type { Catalog } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import type { LinkId, PortId } from '../lib/ids.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { withRecords, type Design, type Link, type LinkEnd } from '../model/index.ts';
import { computePlan, tagOf } from '../plan/index.ts';
import type { Plan, PlanLink } from '../plan/types.ts';
import { judgeLane, laneSpeeds, lanesAt, sharedSpeeds, tailsOf, waysOf } from './breakout.ts';
import { judgePorts, whyNotFrom } from './judge.ts';
import { endOf, portIdOf } from './ports.ts';
import type { Verdict } from './types.ts';

/** A cable's end moved to another port, as the command `rewire-link` takes it. */
export interface Rewire {
  readonly id: LinkId;
  /** The end of the record, which the plan may show the other way round. */
  readonly end: 'a' | 'b';
  readonly to: LinkEnd;
  /** Medium and chosen cable did not fit there: they go back to automatic. */
  readonly automatic: boolean;
}

/** What the rewiring of one end needs to know. `from` is the port the end is at now, as the plan's link says. */
export interface RewireRequest {
  readonly linkId: LinkId;
  /** Side of the plan's link that moves. */
  readonly side: 'a' | 'b';
  readonly to: PortId;
}

/** Whether one end of a cable can move to a port. The lanes of a breakout cable move with the port that is split. */
export function judgeRewire(plan: Plan, { linkId, side, to }: RewireRequest): Verdict {
  const link = plan.linkById.get(linkId);
  if (!link) return refuse('missing', 'This cable is not there any more.');
  const kept = link[side === 'a' ? 'b' : 'a'];
  if (link.breakout) return judgeLaneMove(plan, link, side, to);
  if (kept.portId === null) {
    return refuse('missing', `The other end, ${kept.label}, does not exist: move that end first.`);
  }
  return judgePorts(plan, kept.portId, to, { moving: linkId });
}

/** Moves one end of a cable: what the command needs, with a sentence that says what was done. */
export function planRewire(
  design: Design,
  catalog: Catalog,
  plan: Plan,
  request: RewireRequest,
): Result<{ readonly rewire: Rewire; readonly words: string }, string> {
  const verdict = judgeRewire(plan, request);
  if (!verdict.ok) return err(verdict.reason);
  const link = must(plan.linkById.get(request.linkId), 'a judged cable is there');
  const end = recordEnd(link, request.side);
  const to = endOf(plan, request.to);
  const label = must(plan.portById.get(request.to), 'a judged port is there').label;
  const automatic = needsAnotherCable(design, catalog, link, end, to);
  const chosen = automatic ? ' The cable chosen by hand does not fit there: it is chosen anew.' : '';
  return ok({
    rewire: { id: link.id, end, to, automatic },
    words: `Moved cable ${tagOf(link.id, plan)} to ${label}, ${verdict.speedGbps} Gb/s.${chosen}`,
  });
}

/** The end of the record that is on one side of the plan's link. */
function recordEnd({ record, a, b }: PlanLink, side: 'a' | 'b'): 'a' | 'b' {
  const turned =
    a.portId !== null
      ? portIdOf(record.a) !== a.portId
      : b.portId !== null && portIdOf(record.b) !== b.portId;
  return turned === (side === 'a') ? 'b' : 'a';
}

/** A choice made by hand that the new place does not allow. One that did not fit before either is left to its owner. */
function needsAnotherCable(
  design: Design,
  catalog: Catalog,
  link: PlanLink,
  end: 'a' | 'b',
  to: LinkEnd,
): boolean {
  const { record } = link;
  if ((record.medium === 'auto' && record.cableId === null) || link.problem !== null) return false;
  const moved: Link = { ...record, [end]: to };
  const after = computePlan(withRecords(design, 'links', [moved]), catalog).linkById.get(link.id);
  return after?.problem?.code === 'pinned-unfit' || after?.problem?.code === 'no-cable';
}

function judgeLaneMove(plan: Plan, link: PlanLink, side: 'a' | 'b', to: PortId): Verdict {
  const splitAt = link.b.portId;
  const ways = link.breakout?.ways ?? 2;
  const lanes = splitAt === null ? [] : lanesAt(plan, splitAt);
  if (side === 'a') {
    if (splitAt === null) return refuse('missing', `${link.b.label} does not exist: move that end first.`);
    return judgeLane(plan, splitAt, ways, to, tailsOf(lanes, link));
  }
  const target = plan.portById.get(to);
  if (target?.owner.kind !== 'switch') return refuse('split', 'Only a switch port can be split.');
  if (!waysOf(plan, to).includes(ways)) {
    return refuse('split', `No source says that ${target.label} can be split into ${ways} lanes.`);
  }
  const taken = whyNotFrom(plan, to);
  if (taken !== null) return refuse('taken', taken);
  const speedGbps = sharedSpeeds(plan, laneSpeeds(plan, to, ways), tailsOf(lanes)).at(-1);
  if (speedGbps !== undefined) return { ok: true, speedGbps };
  return refuse('speeds', `The lanes of ${target.label} run at no speed that all their ends have.`);
}

function refuse(code: Extract<Verdict, { ok: false }>['code'], reason: string): Verdict {
  return { ok: false, code, reason };
}
