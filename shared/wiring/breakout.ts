import type { PortId } from '../lib/ids.ts';
import type { BreakoutLane } from '../model/index.ts';
import type { Plan, PlanLink, PlanPort } from '../plan/types.ts';
import { judgePorts, whyNotFrom } from './judge.ts';
import { allowedSpeeds, deviceOf } from './ports.ts';
import { createDraft, type NewCableFacts } from './proposal.ts';
import type { Proposal, Verdict } from './types.ts';
import { speedList } from './words.ts';

type Ways = BreakoutLane['ways'];

/** A way to split a switch port: into how many lanes of which speed. */
export interface Split {
  readonly ways: Ways;
  readonly laneGbps: number;
}

export interface Breakout extends NewCableFacts {
  /** The switch port to split, or one that is split already and has lanes left. */
  readonly portId: PortId;
  readonly split: Split;
  /** Ports to end at, in the order of the lanes. */
  readonly tails: readonly PortId[];
}

/** The ways a switch port can be split by what its product's sources say; empty for any other port. */
export function splitsOf(plan: Plan, portId: PortId): readonly Split[] {
  const port = plan.portById.get(portId);
  if (port?.owner.kind !== 'switch') return [];
  const part = plan.switchById.get(port.owner.switchId)?.part;
  return part?.portGroups.find((group) => group.names.includes(port.name))?.splits ?? [];
}

/** The lanes of the breakout cable that ends at a switch port, by number; empty when it is not split. */
export function lanesAt(plan: Plan, portId: PortId): readonly PlanLink[] {
  const port = plan.portById.get(portId);
  return (port?.linkIds ?? [])
    .flatMap((linkId) => plan.linkById.get(linkId) ?? [])
    .filter((link) => link.breakout !== null && link.b.portId === portId)
    .sort((a, b) => (a.breakout?.lane ?? 0) - (b.breakout?.lane ?? 0));
}

/** Whether one lane of a split port can end at a port. */
export function judgeLane(plan: Plan, splitPort: PortId, split: Split, tail: PortId): Verdict {
  const [from, to] = [plan.portById.get(splitPort), plan.portById.get(tail)];
  if (!from || !to) return { ok: false, code: 'missing', reason: 'This port does not exist any more.' };
  if (deviceOf(from) === deviceOf(to)) return judgePorts(plan, splitPort, tail);
  const taken = whyNotFrom(plan, tail);
  if (taken !== null) return { ok: false, code: 'taken', reason: taken };
  if (split.ways === 4 && to.cage.startsWith('QSFP')) {
    const reason = `${to.label} has a ${to.cage} cage: a cable of four lanes ends in SFP plugs.`;
    return { ok: false, code: 'cages', reason };
  }
  const { laneGbps } = split;
  const speeds = allowedSpeeds(plan, to);
  if (speeds.includes(laneGbps)) return { ok: true, speedGbps: laneGbps };
  const reason = `${to.label} runs at ${speedList(speeds)}, a lane at ${laneGbps} Gb/s.`;
  return { ok: false, code: 'speeds', reason };
}

/** Splits a switch port with one breakout cable, or uses the lanes left of one that is there. */
export function planBreakout(plan: Plan, { portId, split, tails, ...facts }: Breakout): Proposal {
  const port = plan.portById.get(portId);
  const lanes = lanesAt(plan, portId);
  const cable = lanes[0]?.record;
  // All lanes agree in what the cable is: new ones take it from those that are there.
  const draft = createDraft(plan, cable ?? facts);
  if (!port) return draft.nothing('This port does not exist any more.');
  const fault = whyNotSplit(plan, port, split, lanes);
  if (fault !== null) return draft.nothing(fault);
  const key = cable?.breakout?.id ?? `split ${portId}`;
  const free = freeLanes(split.ways, lanes);
  for (const tail of tails) {
    const to = plan.portById.get(tail);
    const verdict = judgeLane(plan, portId, split, tail);
    if (!to || !verdict.ok) {
      draft.skip(to?.label ?? tail, verdict.ok ? '' : verdict.reason);
    } else if (!draft.isFree(to)) {
      draft.skip(to.label, 'Chosen twice.');
    } else if (free[0] === undefined) {
      draft.skip(to.label, `${port.label} has no lane left.`);
    } else {
      draft.join(to, port, verdict.speedGbps, { key, lane: free[0], ways: split.ways });
      free.shift();
    }
  }
  return draft.finish(`${port.label} split into ${split.ways} lanes of ${split.laneGbps} Gb/s`);
}

function whyNotSplit(plan: Plan, port: PlanPort, split: Split, lanes: readonly PlanLink[]): string | null {
  if (port.owner.kind !== 'switch') return 'Only a switch port can be split.';
  const known = splitsOf(plan, port.id);
  if (!known.some(({ ways, laneGbps }) => ways === split.ways && laneGbps === split.laneGbps)) {
    return known.length === 0
      ? `No source says that ${port.label} can be split.`
      : `${port.label} cannot be split into ${split.ways} lanes of ${split.laneGbps} Gb/s.`;
  }
  if (lanes.length === 0) return whyNotFrom(plan, port.id);
  const ways = lanes[0]?.breakout?.ways;
  return ways === split.ways ? null : `${port.label} is split into ${ways ?? 0} lanes already.`;
}

function freeLanes(ways: Ways, lanes: readonly PlanLink[]): number[] {
  const used = new Set(lanes.map((link) => link.breakout?.lane));
  return Array.from({ length: ways }, (_, i) => i + 1).filter((lane) => !used.has(lane));
}
