import { must } from '../lib/assert.ts';
import type { PortId } from '../lib/ids.ts';
import type { BreakoutLane } from '../model/index.ts';
import type { Plan, PlanLink, PlanPort, PlanSwitch } from '../plan/types.ts';
import { judgePorts, whyNotFrom } from './judge.ts';
import { allowedSpeeds, deviceOf } from './ports.ts';
import { createDraft, type NewCableFacts } from './proposal.ts';
import type { Proposal, Verdict } from './types.ts';
import { speedList } from './words.ts';

/** Lanes a port is split into. */
export type Ways = BreakoutLane['ways'];

export interface Breakout extends NewCableFacts {
  /** The switch port to split, or one that is split already and has lanes left. */
  readonly portId: PortId;
  readonly ways: Ways;
  /** Ports to end at, in the order of the lanes. */
  readonly tails: readonly PortId[];
}

/** Into how many lanes a source says a switch port can be split; empty for any other port. */
export function waysOf(plan: Plan, portId: PortId): readonly Ways[] {
  const port = plan.portById.get(portId);
  if (port?.owner.kind !== 'switch') return [];
  const part = plan.switchById.get(port.owner.switchId)?.part;
  const group = part?.portGroups.find(({ names }) => names.includes(port.name));
  return [...new Set(group?.splits.map(({ ways }) => ways))].sort((a, b) => a - b);
}

/** Ports of a switch that a breakout cable can go into now: free ones, and split ones with lanes left. */
export function splittable(plan: Plan, { ports }: PlanSwitch): readonly PlanPort[] {
  return ports.filter((port) => {
    if (waysOf(plan, port.id).length === 0) return false;
    const lanes = lanesAt(plan, port.id);
    return port.linkIds.length === 0 || (lanes.length > 0 && lanes.length < (lanes[0]?.breakout?.ways ?? 0));
  });
}

/** What the lanes of a port can run at: all of them together no faster than the port. */
export function laneSpeeds(plan: Plan, portId: PortId, ways: Ways): readonly number[] {
  const port = plan.portById.get(portId);
  return (port?.speedsGbps ?? []).map((speed) => speed / ways);
}

/** The lanes of the breakout cable that ends at a switch port, by number; empty when it is not split. */
export function lanesAt(plan: Plan, portId: PortId): readonly PlanLink[] {
  const port = plan.portById.get(portId);
  return (port?.linkIds ?? [])
    .flatMap((linkId) => plan.linkById.get(linkId) ?? [])
    .filter((link) => link.breakout !== null && link.b.portId === portId)
    .sort((a, b) => (a.breakout?.lane ?? 0) - (b.breakout?.lane ?? 0));
}

/**
 * Whether a lane of a split port can end at a port. All lanes run at one speed: `others` are the ports at which the
 * other lanes end.
 */
export function judgeLane(
  plan: Plan,
  splitPort: PortId,
  ways: Ways,
  tail: PortId,
  others: readonly PortId[] = [],
): Verdict {
  const [from, to] = [plan.portById.get(splitPort), plan.portById.get(tail)];
  if (!from || !to) return { ok: false, code: 'missing', reason: 'This port does not exist any more.' };
  if (deviceOf(from) === deviceOf(to)) return judgePorts(plan, splitPort, tail);
  const taken = whyNotFrom(plan, tail);
  if (taken !== null) return { ok: false, code: 'taken', reason: taken };
  if (ways === 4 && to.cage.startsWith('QSFP')) {
    const reason = `${to.label} has a ${to.cage} cage: a cable of four lanes ends in SFP plugs.`;
    return { ok: false, code: 'cages', reason };
  }
  const open = sharedSpeeds(plan, laneSpeeds(plan, splitPort, ways), others);
  const speedGbps = sharedSpeeds(plan, open, [tail]).at(-1);
  if (speedGbps !== undefined) return { ok: true, speedGbps };
  const own = allowedSpeeds(plan, to);
  const reason = `${to.label} runs at ${speedList(own)}, the lanes of ${from.label} at ${speedList(open)}.`;
  return { ok: false, code: 'speeds', reason };
}

/** The speeds that all these ports have too, ascending. */
export function sharedSpeeds(
  plan: Plan,
  speeds: readonly number[],
  portIds: readonly PortId[],
): readonly number[] {
  const allowed = portIds.flatMap((portId) => {
    const port = plan.portById.get(portId);
    return port ? [allowedSpeeds(plan, port)] : [];
  });
  return speeds.filter((speed) => allowed.every((list) => list.includes(speed)));
}

/** The ports at which lanes end, without one of them. */
export function tailsOf(lanes: readonly PlanLink[], without: PlanLink | null = null): readonly PortId[] {
  return lanes.flatMap((lane) => (lane.id === without?.id || lane.a.portId === null ? [] : [lane.a.portId]));
}

/** Splits a switch port with one breakout cable, or uses the lanes left of one that is there. */
export function planBreakout(plan: Plan, { portId, ways, tails, ...facts }: Breakout): Proposal {
  const port = plan.portById.get(portId);
  const lanes = lanesAt(plan, portId);
  const cable = lanes[0]?.record;
  // All lanes agree in what the cable is: new ones take it from those that are there.
  const draft = createDraft(plan, cable ?? facts);
  if (!port) return draft.nothing('This port does not exist any more.');
  const fault = whyNotSplit(plan, port, ways, lanes);
  if (fault !== null) return draft.nothing(fault);
  const free = freeLanes(ways, lanes);
  const taken: PlanPort[] = [];
  for (const tail of tails) {
    const others = [...tailsOf(lanes), ...taken.map((other) => other.id)];
    const verdict = judgeLane(plan, portId, ways, tail, others);
    if (!verdict.ok) {
      draft.skip(plan.portById.get(tail)?.label ?? tail, verdict.reason);
      continue;
    }
    const to = must(plan.portById.get(tail), 'a port that was judged to fit');
    if (taken.includes(to)) draft.skip(to.label, 'Chosen twice.');
    else if (taken.length === free.length) draft.skip(to.label, `${port.label} has no lane left.`);
    else taken.push(to);
  }
  if (taken.length === 0) return draft.finish(`${port.label} split into ${ways} lanes`);
  const all = [...tailsOf(lanes), ...taken.map((tail) => tail.id)];
  const speeds = sharedSpeeds(plan, laneSpeeds(plan, portId, ways), all);
  const speedGbps = must(speeds.at(-1), 'a speed of lanes that were judged to fit');
  const key = cable?.breakout?.id ?? `split ${portId}`;
  free.slice(0, taken.length).forEach((lane, i) => {
    const tail = taken[i];
    if (tail) draft.join(tail, port, speedGbps, { key, lane, ways });
  });
  return draft.finish(`${port.label} split into ${ways} lanes of ${speedGbps} Gb/s`);
}

/** Why a switch port cannot be split that way; null when it can. */
function whyNotSplit(plan: Plan, port: PlanPort, ways: Ways, lanes: readonly PlanLink[]): string | null {
  if (port.owner.kind !== 'switch') return 'Only a switch port can be split.';
  const known = waysOf(plan, port.id);
  if (known.length === 0) return `No source says that ${port.label} can be split.`;
  if (!known.includes(ways)) return `${port.label} cannot be split into ${ways} lanes.`;
  const split = lanes[0]?.breakout?.ways;
  if (split === undefined) return whyNotFrom(plan, port.id);
  return split === ways ? null : `${port.label} is split into ${split} lanes already.`;
}

function freeLanes(ways: Ways, lanes: readonly PlanLink[]): readonly number[] {
  const used = new Set(lanes.map((link) => link.breakout?.lane));
  return Array.from({ length: ways }, (_, i) => i + 1).filter((lane) => !used.has(lane));
}
