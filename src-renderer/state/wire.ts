import type { LinkId, NodeId, PortId, SwitchId } from '../../shared/lib/ids.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { tagOf, type Plan } from '../../shared/plan/index.ts';
import {
  deviceOf,
  firstFreeFit,
  firstFreePair,
  freePorts,
  judgePorts,
  judgeRewire,
  legalTargets,
  portsOf,
  whyNoFit,
  whyNotFrom,
  type Verdict,
} from '../../shared/wiring/index.ts';

/** What a wire is pulled from: a free port, a device whose first fitting port is meant, or an end of a cable. */
export type WireSource =
  | { readonly kind: 'port'; readonly portId: PortId }
  | { readonly kind: 'body'; readonly ownerId: NodeId | SwitchId }
  | { readonly kind: 'end'; readonly linkId: LinkId; readonly side: 'a' | 'b' };

/** A wire under way. The verdicts are worked out once, when it begins. */
export interface Wire {
  readonly source: WireSource;
  /** The port it hangs on: the one it began at, or the other end of the cable whose end is moved. */
  readonly anchor: PortId;
  /** The node or switch of that port. */
  readonly device: string;
  /** What it began at, in words. */
  readonly label: string;
  /** For every port of the design. */
  readonly verdicts: ReadonlyMap<PortId, Verdict>;
}

/** What letting go would do. */
export type WireEnd =
  | { readonly kind: 'connect'; readonly a: PortId; readonly b: PortId; readonly speedGbps: number }
  | {
      readonly kind: 'move';
      readonly linkId: LinkId;
      readonly side: 'a' | 'b';
      readonly to: PortId;
      readonly speedGbps: number;
    };

/** What is under the pointer of a wire. */
export type WireTarget =
  | { readonly kind: 'port'; readonly portId: PortId }
  | { readonly kind: 'body'; readonly ownerId: NodeId | SwitchId };

/** Begins a wire, or says why none can begin there. */
export function startWire(plan: Plan, source: WireSource): Result<Wire, string> {
  if (source.kind === 'port') return startAtPort(plan, source, source.portId);
  if (source.kind === 'body') return startAtBody(plan, source);
  return startAtEnd(plan, source);
}

function startAtPort(plan: Plan, source: WireSource, portId: PortId): Result<Wire, string> {
  const port = plan.portById.get(portId);
  const why = whyNotFrom(plan, portId);
  if (!port || why !== null) return err(why ?? '');
  const verdicts = legalTargets(plan, portId);
  return ok({ source, anchor: portId, device: deviceOf(port), label: port.label, verdicts });
}

function startAtBody(plan: Plan, source: Extract<WireSource, { kind: 'body' }>): Result<Wire, string> {
  const label = nameOf(plan, source.ownerId);
  const free = freePorts(plan, source.ownerId);
  const [first] = free;
  if (!first) return err(`${label} has no free port.`);
  // Ports of one card are alike: one of each is asked.
  const kinds = new Map(free.map((port) => [`${port.cage} ${port.speedsGbps.join()}`, port]));
  const verdicts = new Map(legalTargets(plan, first.id));
  for (const kind of kinds.values()) {
    for (const [portId, verdict] of legalTargets(plan, kind.id)) {
      if (verdict.ok && !verdicts.get(portId)?.ok) verdicts.set(portId, verdict);
    }
  }
  return ok({ source, anchor: first.id, device: source.ownerId, label, verdicts });
}

function startAtEnd(plan: Plan, source: Extract<WireSource, { kind: 'end' }>): Result<Wire, string> {
  const { linkId, side } = source;
  const link = plan.linkById.get(linkId);
  if (!link) return err('This cable is not there any more.');
  const kept = side === 'a' ? link.b : link.a;
  if (kept.portId === null) return err(`The other end, ${kept.label}, does not exist: move that end first.`);
  const verdicts = new Map(
    link.breakout === null
      ? legalTargets(plan, kept.portId, { moving: linkId })
      : [...plan.portById.keys()].map((to) => [to, judgeRewire(plan, { linkId, side, to })] as const),
  );
  const own = link[side].portId;
  if (own !== null)
    verdicts.set(own, { ok: false, code: 'same-port', reason: 'The cable ends here already.' });
  return ok({
    source,
    anchor: kept.portId,
    device: kept.ownerId,
    label: `cable ${tagOf(link.id, plan)}`,
    verdicts,
  });
}

/** What letting a wire go at a target would do, or why it cannot end there. Null where nothing is meant. */
export function aimWire(plan: Plan, wire: Wire, target: WireTarget | null): Result<WireEnd, string> | null {
  if (!target) return null;
  return target.kind === 'port'
    ? aimAtPort(plan, wire, target.portId)
    : aimAtBody(plan, wire, target.ownerId);
}

function aimAtPort(plan: Plan, wire: Wire, to: PortId): Result<WireEnd, string> | null {
  const { source, verdicts } = wire;
  if (source.kind === 'port' && to === source.portId) return null;
  if (source.kind === 'end' && plan.linkById.get(source.linkId)?.[source.side].portId === to) return null;
  const verdict = verdicts.get(to);
  if (!verdict) return null;
  if (!verdict.ok) return err(verdict.reason);
  if (source.kind !== 'body') return ok(endAt(source, to, verdict.speedGbps));
  const from = firstFreeFit(plan, to, source.ownerId);
  return from === null
    ? err(`No free port of ${wire.label} fits there.`)
    : ok({ kind: 'connect', a: from, b: to, speedGbps: verdict.speedGbps });
}

function aimAtBody(plan: Plan, wire: Wire, ownerId: NodeId | SwitchId): Result<WireEnd, string> | null {
  const { source, anchor, verdicts } = wire;
  // A drag begins over its own device: that is no fault yet.
  if (ownerId === wire.device) return null;
  if (source.kind === 'body') {
    const pair = firstFreePair(plan, source.ownerId, ownerId);
    const verdict = pair && judgePorts(plan, pair.a, pair.b);
    if (pair && verdict?.ok) return ok({ kind: 'connect', ...pair, speedGbps: verdict.speedGbps });
    const name = nameOf(plan, ownerId);
    return err(
      freePorts(plan, ownerId).length === 0
        ? `${name} has no free port.`
        : `No free port of ${name} fits a free port of ${wire.label}.`,
    );
  }
  const lane = source.kind === 'end' && plan.linkById.get(source.linkId)?.breakout;
  const to = lane
    ? portsOf(plan, ownerId).find((port) => verdicts.get(port.id)?.ok)?.id
    : firstFreeFit(plan, anchor, ownerId, { moving: source.kind === 'end' ? source.linkId : null });
  const verdict = to && verdicts.get(to);
  if (to && verdict && verdict.ok) return ok(endAt(source, to, verdict.speedGbps));
  return err(whyNoFit(plan, anchor, ownerId, nameOf(plan, ownerId)));
}

function endAt(source: Exclude<WireSource, { kind: 'body' }>, to: PortId, speedGbps: number): WireEnd {
  return source.kind === 'port'
    ? { kind: 'connect', a: source.portId, b: to, speedGbps }
    : { kind: 'move', linkId: source.linkId, side: source.side, to, speedGbps };
}

/**
 * The port to offer first to someone who chooses by keys: of a switch for a node and the other way round, on a device
 * that the wire's own has fewest cables to; for an end that is moved, on the device it is at. Null when none fits.
 */
export function suggestTarget(plan: Plan, wire: Wire): PortId | null {
  const { source, verdicts, device } = wire;
  const link = source.kind === 'end' ? plan.linkById.get(source.linkId) : undefined;
  const cables = new Map<string, number>();
  for (const { a, b } of plan.links) {
    const far = a.ownerId === device ? b.ownerId : b.ownerId === device ? a.ownerId : null;
    if (far !== null) cables.set(far, (cables.get(far) ?? 0) + 1);
  }
  const others = plan.nodeById.has(device as NodeId)
    ? [...plan.switches, ...plan.nodes]
    : [...plan.nodes, ...plan.switches];
  const kind = (id: string) => plan.nodeById.has(id as NodeId);
  const first = others[0] && kind(others[0].id);
  const order = others
    .filter(({ id }) => id !== device)
    .map(({ id }) => ({ id, cost: (kind(id) === first ? 0 : 1e6) + (cables.get(id) ?? 0) }))
    .sort((x, y) => x.cost - y.cost)
    .map(({ id }) => id);
  const at = link && source.kind === 'end' ? [link[source.side].ownerId] : [];
  for (const id of [...at, ...order]) {
    const best = firstFreeFit(plan, wire.anchor, id, { moving: link?.id ?? null });
    if (best !== null && verdicts.get(best)?.ok) return best;
  }
  return [...verdicts].find(([, verdict]) => verdict.ok)?.[0] ?? null;
}

/** The port a wire would end at. */
export function portOf(end: WireEnd): PortId {
  return end.kind === 'connect' ? end.b : end.to;
}

/** How many ports a wire can end at, by speed, the fastest first. */
function countTargets({ verdicts }: Wire): readonly { readonly speedGbps: number; readonly count: number }[] {
  const counts = new Map<number, number>();
  for (const verdict of verdicts.values()) {
    if (verdict.ok) counts.set(verdict.speedGbps, (counts.get(verdict.speedGbps) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => b - a).map(([speedGbps, count]) => ({ speedGbps, count }));
}

/** "34 ports fit at 25 Gb/s, 4 at 10 Gb/s", or that none does and why. */
export function targetWords(wire: Wire): string {
  const counts = countTargets(wire);
  if (counts.length > 0) {
    return counts
      .map(({ speedGbps, count }, i) =>
        i === 0
          ? `${count} ${count === 1 ? 'port fits' : 'ports fit'} at ${speedGbps} Gb/s`
          : `${count} at ${speedGbps} Gb/s`,
      )
      .join(', ');
  }
  const reasons = { taken: 0, cages: 0, speeds: 0 };
  for (const verdict of wire.verdicts.values()) {
    if (!verdict.ok && verdict.code in reasons) reasons[verdict.code as keyof typeof reasons] += 1;
  }
  const parts = [
    reasons.taken > 0 ? `${reasons.taken} taken` : '',
    reasons.cages > 0 ? `${reasons.cages} of another cage` : '',
    reasons.speeds > 0 ? `${reasons.speeds} without a common speed` : '',
  ].filter((part) => part !== '');
  return `No port fits${parts.length > 0 ? `: ${parts.join(', ')}` : ': there is no other device with ports'}`;
}

function nameOf(plan: Plan, ownerId: NodeId | SwitchId): string {
  return (
    (plan.nodeById.get(ownerId as NodeId) ?? plan.switchById.get(ownerId as SwitchId))?.record.name ?? ownerId
  );
}
