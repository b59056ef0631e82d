import type { Cage } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import type { BreakoutId, LinkId, NetworkId } from '../lib/ids.ts';
import { compareText } from '../lib/stable-json.ts';
import type { BreakoutLane, Link } from '../model/index.ts';
import type { CableChooser } from './cables.ts';
import type { Draft } from './draft.ts';
import { resolveEnd, type End, type Places } from './ends.ts';
import type { PortDraft } from './expand.ts';
import { describeSpeeds, runAt, type Length, type LinkDraft } from './link-draft.ts';
import type { LinkProblem, PlanEnd, PlanLink, PlanPort } from './types.ts';

/** What can be wrong with a link before a cable is looked for. */
type EndProblem = Exclude<LinkProblem, { code: 'no-cable' | 'pinned-unfit' | 'lanes-differ' }>;

/**
 * Joins the ports of one link: peers, speed, cable and what keeps it from being built. Links are to be taken in the
 * order of their ids, so that of two links on one port the earlier one has it; `splits` are the ports split so far.
 * The lanes of a breakout get speed and cable when all of them are known.
 */
export function connectLink(
  record: Link,
  length: Length,
  places: Places,
  splits: Map<PlanPort, BreakoutId>,
  chooseCable: CableChooser,
): LinkDraft {
  const [a, b] = orderEnds(
    resolveEnd(record.a, places, null),
    resolveEnd(record.b, places, record.breakout),
    record.breakout,
  );
  const problem = findProblem(a, b, record.breakout, splits);
  const holds = occupy(a, b, record, splits);
  const link: Draft<PlanLink> = {
    id: record.id,
    record,
    kind: a.kind === 'switch' ? 'switch-switch' : b.kind === 'switch' ? 'node-switch' : 'node-node',
    a: planEnd(a),
    b: planEnd(b),
    lengthM: length.lengthM,
    lengthFrom: length.lengthFrom,
    breakout: record.breakout,
    speedGbps: null,
    cable: null,
    cableReason: problem ? describe(problem, a, b) : '',
    problem,
    networkIds: hostNetworks(a, b),
  };
  const draft = { link, a: a.port, b: b.port, holds, keyA: a.key, keyB: b.key };
  if (!problem && !record.breakout) join(draft, length, a, b, chooseCable);
  return draft;
}

/** Runs a cable of two ends at the greatest speed both share. */
function join({ link }: LinkDraft, length: Length, a: End, b: End, chooseCable: CableChooser): void {
  const [portA, portB] = [must(a.port, 'end a'), must(b.port, 'end b')];
  const theirs = portB.print.allowedGbps;
  const speedGbps = portA.print.allowedGbps.findLast((speed) => theirs.includes(speed)) ?? null;
  if (speedGbps === null) {
    const problem: EndProblem = { code: 'no-common-speed', a: portA.print.allowedGbps, b: theirs };
    link.problem = problem;
    link.cableReason = describe(problem, a, b);
    return;
  }
  link.speedGbps = speedGbps;
  runAt(portA, speedGbps);
  runAt(portB, speedGbps);
  const { medium, cableId } = link.record;
  const [cageA, cageB] = [portA.print.cage, portB.print.cage];
  const { lengthM } = length;
  const need = { cageA, cageB, otherCagesB: NO_CAGES, ways: 1, speedGbps, lengthM, medium, cableId } as const;
  const answer = chooseCable(need);
  link.cable = answer.cable;
  link.cableReason = answer.reason;
  link.problem = answer.problem;
}

const NO_CAGES: readonly Cage[] = [];

/** Side A is the node's end of a link to a switch, else the end with the lower label; a split port is side B. */
function orderEnds(first: End, second: End, lane: BreakoutLane | null): readonly [End, End] {
  if (lane !== null) return [first, second];
  if (first.kind !== second.kind) return first.kind === 'node' ? [first, second] : [second, first];
  return compareText(first.key, second.key) <= 0 ? [first, second] : [second, first];
}

function findProblem(
  a: End,
  b: End,
  lane: BreakoutLane | null,
  splits: ReadonlyMap<PlanPort, BreakoutId>,
): EndProblem | null {
  const [portA, portB] = [a.port, b.port];
  if (!portA || !portB) return lacking(a, 'a') ?? lacking(b, 'b');
  if (portA.port === portB.port) return { code: 'same-port' };
  const shares = lane !== null && splits.get(portB.port) === lane.id;
  return taken(portA) ?? (shares ? null : taken(portB));
}

function lacking(end: End, name: 'a' | 'b'): EndProblem | null {
  if (end.port) return null;
  if (end.unknownPart !== null) return { code: 'part-unknown', partId: end.unknownPart };
  return { code: 'end-missing', end: name, label: end.label };
}

function taken({ port }: PortDraft): EndProblem | null {
  const otherLinkId = port.linkIds[0];
  return otherLinkId === undefined ? null : { code: 'port-taken', portId: port.id, otherLinkId };
}

/** Nearly all cables are alone in their ports. */
const BOTH: LinkDraft['holds'] = { a: true, b: true };

/** Notes the link on both ports; the first link of a port sets its peer. Returns which ports are its own. */
function occupy(a: End, b: End, record: Link, splits: Map<PlanPort, BreakoutId>): LinkDraft['holds'] {
  const ofA = a.port !== null && occupyPort(a.port, b.port, record.id);
  if (!b.port || b.port.port === a.port?.port) return { a: ofA, b: false };
  const first = occupyPort(b.port, a.port, record.id);
  const { breakout } = record;
  if (!breakout) return ofA && first ? BOTH : { a: ofA, b: first };
  const { port } = b.port;
  if (first) splits.set(port, breakout.id);
  if (splits.get(port) !== breakout.id) return { a: ofA, b: false };
  const lane = { lane: breakout.lane, name: b.name, linkId: record.id, peerId: a.port?.port.id ?? null };
  port.lanes = [...port.lanes, lane].sort((x, y) => x.lane - y.lane);
  return { a: ofA, b: true };
}

/** True when no other link was there before. */
function occupyPort({ port }: PortDraft, far: PortDraft | null, linkId: LinkId): boolean {
  if (port.linkIds.length > 0) {
    port.linkIds = [...port.linkIds, linkId];
    return false;
  }
  port.linkIds = [linkId];
  port.peerId = far && far.port !== port ? far.port.id : null;
  return true;
}

function describe(problem: EndProblem, a: End, b: End): string {
  switch (problem.code) {
    case 'end-missing':
      return `${problem.label} does not exist`;
    case 'part-unknown':
      return `neither the catalog nor the file knows the product "${problem.partId}"`;
    case 'same-port':
      return 'both ends are the same port';
    case 'port-taken':
      return `another cable ends at ${problem.portId === a.port?.port.id ? a.label : b.label}`;
    case 'no-common-speed':
      return `${a.label} runs at ${describeSpeeds(problem.a)}, ${b.label} at ${describeSpeeds(problem.b)}`;
  }
}

function planEnd(end: End): PlanEnd {
  return { portId: end.port?.port.id ?? null, ownerId: end.ownerId, port: end.name, label: end.label };
}

/** The networks of the node ends; those between switches follow once every host port is known. */
function hostNetworks(a: End, b: End): readonly NetworkId[] {
  const [ofA, ofB] = [a.port?.port.networkIds ?? [], b.port?.port.networkIds ?? []];
  if (b.kind === 'switch') return ofA;
  return ofA.length === ofB.length && ofA.every((network, i) => network === ofB[i])
    ? ofA
    : [...new Set([...ofA, ...ofB])];
}
