import type { LinkId, PortId } from '../lib/ids.ts';
import { plugFits, tagOf } from '../plan/index.ts';
import type { Plan, PlanPort } from '../plan/types.ts';
import { allowedSpeeds, deviceOf, fixedSpeed, freePorts, type PortOwnerId } from './ports.ts';
import type { Verdict } from './types.ts';
import { speedList } from './words.ts';

/** What is being moved: ports it uses count as free. */
export interface JudgeOptions {
  readonly moving?: LinkId | null;
}

/** Whether a cable can join two ports. Which cable is bought and whether it is wise is for the plan and the checks. */
export function judgePorts(plan: Plan, a: PortId, b: PortId, options: JudgeOptions = {}): Verdict {
  const from = plan.portById.get(a);
  const to = plan.portById.get(b);
  if (!from || !to) return refuse('missing', 'This port does not exist any more.');
  return judge(plan, from, to, options.moving ?? null, createMatcher(plan));
}

/**
 * The verdict on every port of the plan as the far end of a cable from `from`. `from` itself counts as free, so that
 * the far ends of a cabled port can be told as well.
 */
export function legalTargets(
  plan: Plan,
  from: PortId,
  options: JudgeOptions = {},
): ReadonlyMap<PortId, Verdict> {
  const start = plan.portById.get(from);
  if (!start) return new Map();
  const match = createMatcher(plan);
  const verdicts = new Map<PortId, Verdict>();
  for (const port of plan.portById.values()) {
    verdicts.set(port.id, judgeTarget(plan, start, port, options.moving ?? null, match));
  }
  return verdicts;
}

/** Why no cable can begin at a port; null when one can. */
export function whyNotFrom(plan: Plan, portId: PortId, options: JudgeOptions = {}): string | null {
  const port = plan.portById.get(portId);
  if (!port) return 'This port does not exist any more.';
  return whyTaken(plan, port, options.moving ?? null);
}

/**
 * The first free port of a device that a cable from `from` fits: of its own speed class first, then one that lets it
 * run at full speed, then the fastest; among equals in panel order. Null when there is none.
 */
export function firstFreeFit(
  plan: Plan,
  from: PortId,
  ownerId: PortOwnerId,
  options: JudgeOptions = {},
): PortId | null {
  const start = plan.portById.get(from);
  return start
    ? (bestFit(plan, start, freePorts(plan, ownerId), createMatcher(plan), options)?.port.id ?? null)
    : null;
}

/** The first free ports of two devices that a cable joins; null when no pair fits. */
export function firstFreePair(
  plan: Plan,
  ownerA: PortOwnerId,
  ownerB: PortOwnerId,
): { readonly a: PortId; readonly b: PortId } | null {
  const match = createMatcher(plan);
  const others = freePorts(plan, ownerB);
  for (const port of freePorts(plan, ownerA)) {
    const fit = bestFit(plan, port, others, match);
    if (fit) return { a: port.id, b: fit.port.id };
  }
  return null;
}

/** Why no cable can be drawn to a device from a port; for a device on which `firstFreeFit` finds nothing. */
export function whyNoFit(plan: Plan, from: PortId, ownerId: PortOwnerId, name: string): string {
  const start = plan.portById.get(from);
  if (start && deviceOf(start) === ownerId)
    return `Both ends would be on ${name}: a cable joins two devices.`;
  const free = freePorts(plan, ownerId);
  const [first] = free;
  if (!start || !first) return `${name} has no free port.`;
  const verdict = judgePorts(plan, from, first.id);
  return verdict.ok || free.length > 1
    ? `No free port of ${name} fits ${start.label} (${start.cage}).`
    : verdict.reason;
}

/** Tells the greatest speed two ports share and why there is none; answers are kept per kind of port. */
export type Matcher = (a: PlanPort, b: PlanPort) => Verdict;

/** A matcher that works each pair of kinds of ports out once. Messages name the kinds, so they hold for all of them. */
export function createMatcher(plan: Plan): Matcher {
  const kinds = new Map<PortId, Kind>();
  const known = new Map<string, Verdict>();
  const kindOf = (port: PlanPort): Kind => {
    let kind = kinds.get(port.id);
    if (!kind) {
      const speeds = allowedSpeeds(plan, port);
      const fixed = fixedSpeed(plan, port);
      kind = { cage: port.cage, speeds, fixed, key: `${port.cage} ${speeds.join()} ${fixed ?? ''}` };
      kinds.set(port.id, kind);
    }
    return kind;
  };
  return (a, b) => {
    const [one, other] = [kindOf(a), kindOf(b)];
    const key = `${one.key}|${other.key}`;
    let verdict = known.get(key);
    if (!verdict) known.set(key, (verdict = matchKinds(one, other)));
    return verdict;
  };
}

interface Kind {
  readonly cage: PlanPort['cage'];
  readonly speeds: readonly number[];
  readonly fixed: number | null;
  readonly key: string;
}

function matchKinds(a: Kind, b: Kind): Verdict {
  if (!plugFits(a.cage, b.cage) && !plugFits(b.cage, a.cage)) {
    return refuse('cages', `${a.cage} and ${b.cage} are different cages: no plain cable joins them.`);
  }
  const speedGbps = a.speeds.findLast((speed) => b.speeds.includes(speed));
  if (speedGbps !== undefined) return { ok: true, speedGbps };
  return refuse('speeds', `No common speed: this port runs at ${speedsOf(a)}, that one at ${speedsOf(b)}.`);
}

function speedsOf({ speeds, fixed }: Kind): string {
  return fixed === null ? speedList(speeds) : `${fixed} Gb/s, fixed in the profile`;
}

/** A free port with the speed it would run at. */
export interface Fit {
  readonly port: PlanPort;
  readonly speedGbps: number;
}

/** The best of some free ports for a cable from `from`, by the order that `firstFreeFit` tells; null when none fits. */
export function bestFit(
  plan: Plan,
  from: PlanPort,
  candidates: readonly PlanPort[],
  match: Matcher,
  options: JudgeOptions = {},
): Fit | null {
  const greatest = Math.max(...allowedSpeeds(plan, from));
  const device = deviceOf(from);
  let best: (Fit & { readonly cost: number }) | null = null;
  for (const port of candidates) {
    if (deviceOf(port) === device || whyTaken(plan, port, options.moving ?? null) !== null) continue;
    const verdict = match(from, port);
    if (!verdict.ok) continue;
    const { speedGbps } = verdict;
    const own = speedGbps === greatest;
    const cost = own ? (Math.max(...port.speedsGbps) === greatest ? 0 : 1) : 2 + 1 / speedGbps;
    if (!best || cost < best.cost) best = { port, speedGbps, cost };
    if (best.cost === 0) break;
  }
  return best;
}

function judge(plan: Plan, a: PlanPort, b: PlanPort, moving: LinkId | null, match: Matcher): Verdict {
  const taken = whyTaken(plan, a, moving);
  return taken === null || a === b ? judgeTarget(plan, a, b, moving, match) : refuse('taken', taken);
}

function judgeTarget(plan: Plan, a: PlanPort, b: PlanPort, moving: LinkId | null, match: Matcher): Verdict {
  if (a === b) return refuse('same-port', 'A cable needs two ports.');
  if (deviceOf(a) === deviceOf(b)) {
    const name = deviceName(plan, a);
    return refuse('same-device', `Both ports are on ${name}: a cable joins two devices.`);
  }
  const taken = whyTaken(plan, b, moving);
  return taken === null ? match(a, b) : refuse('taken', taken);
}

function whyTaken(plan: Plan, port: PlanPort, moving: LinkId | null): string | null {
  const other = port.linkIds.find((linkId) => linkId !== moving);
  if (other === undefined) return null;
  const link = plan.linkById.get(other);
  if (!link) return `${port.label} is taken.`;
  if (link.breakout && link.b.portId === port.id)
    return `${port.label} is split by cable ${tagOf(link.id, plan)} already.`;
  const far = link.a.portId === port.id ? link.b : link.a;
  return `${port.label} is taken by cable ${tagOf(link.id, plan)} to ${far.label}.`;
}

/** The name of the node or switch a port is on. */
export function deviceName(plan: Plan, { owner }: PlanPort): string {
  const device =
    owner.kind === 'switch' ? plan.switchById.get(owner.switchId) : plan.nodeById.get(owner.nodeId);
  return device?.record.name ?? 'the same device';
}

function refuse(code: Extract<Verdict, { ok: false }>['code'], reason: string): Verdict {
  return { ok: false, code, reason };
}
