import type { Cage } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import type { BreakoutId, LinkId, NetworkId } from '../lib/ids.ts';
import type { BreakoutLane, Link, LinkEnd } from '../model/index.ts';
import type { CableChooser } from './cables.ts';
import type { Draft } from './draft.ts';
import { compareEnds, endKey, portAt, showEnd, unknownPartAt, type EndKey, type Places } from './ends.ts';
import type { PortDraft } from './expand.ts';
import { describeSpeeds, runAt, type Length, type LinkDraft } from './link-draft.ts';
import type { LinkProblem, PlanEnd, PlanLink, PlanPort } from './types.ts';

/** What can be wrong with a link before a cable is looked for. */
type EndProblem = Exclude<LinkProblem, { code: 'no-cable' | 'pinned-unfit' | 'lanes-differ' }>;

/** Both ends of a link in the order of the plan: as recorded, as shown, and their ports where they exist. */
interface Ends {
  readonly a: LinkEnd;
  readonly b: LinkEnd;
  readonly shownA: PlanEnd;
  readonly shownB: PlanEnd;
  readonly portA: PortDraft | null;
  readonly portB: PortDraft | null;
}

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
  const ends = orderEnds(record, places);
  const { a, b, shownA, shownB, portA, portB } = ends;
  const problem = findProblem(ends, record.breakout, splits, places);
  const holds = occupy(ends, record, splits);
  const link: Draft<PlanLink> = {
    id: record.id,
    record,
    kind: a.kind === 'switch' ? 'switch-switch' : b.kind === 'switch' ? 'node-switch' : 'node-node',
    a: shownA,
    b: shownB,
    lengthM: length.lengthM,
    lengthFrom: length.lengthFrom,
    breakout: record.breakout,
    speedGbps: null,
    cable: null,
    cableReason: problem ? describe(problem, ends) : '',
    problem,
    networkIds: hostNetworks(ends),
  };
  if (!problem && !record.breakout) join(link, ends, chooseCable);
  return { link, a: portA, b: portB, holds, keyA: endKey(portA, shownA), keyB: endKey(portB, shownB) };
}

/** Runs a cable of two ends at the greatest speed both share. */
function join(link: Draft<PlanLink>, ends: Ends, chooseCable: CableChooser): void {
  const [portA, portB] = [must(ends.portA, 'end a'), must(ends.portB, 'end b')];
  const speedGbps = greatestShared(portA.print.allowedGbps, portB.print.allowedGbps);
  if (speedGbps === null) {
    const problem: EndProblem = {
      code: 'no-common-speed',
      a: portA.print.allowedGbps,
      b: portB.print.allowedGbps,
    };
    link.problem = problem;
    link.cableReason = describe(problem, ends);
    return;
  }
  link.speedGbps = speedGbps;
  runAt(portA, speedGbps);
  runAt(portB, speedGbps);
  const { medium, cableId } = link.record;
  const [cageA, cageB] = [portA.print.cage, portB.print.cage];
  const { lengthM } = link;
  const need = { cageA, cageB, otherCagesB: NO_CAGES, ways: 1, speedGbps, lengthM, medium, cableId } as const;
  const answer = chooseCable(need);
  link.cable = answer.cable;
  link.cableReason = answer.reason;
  link.problem = answer.problem;
}

const NO_CAGES: readonly Cage[] = [];

function greatestShared(a: readonly number[], b: readonly number[]): number | null {
  return a.findLast((speed) => b.includes(speed)) ?? null;
}

/** Side A is the node's end of a link to a switch, else the end with the lower label; a split port is side B. */
function orderEnds({ a: first, b: second, breakout }: Link, places: Places): Ends {
  const turned = breakout === null && isBefore(second, first, places);
  const [a, b] = turned ? [second, first] : [first, second];
  const [portA, portB] = [portAt(a, places), portAt(b, places)];
  const shownA = showEnd(a, portA, null, places);
  const shownB = showEnd(b, portB, breakout, places);
  return { a, b, shownA, shownB, portA, portB };
}

function isBefore(one: LinkEnd, other: LinkEnd, places: Places): boolean {
  if (one.kind !== other.kind) return one.kind === 'node';
  return compareEnds(keyAt(one, places), keyAt(other, places)) < 0;
}

function keyAt(end: LinkEnd, places: Places): EndKey {
  const port = portAt(end, places);
  return endKey(port, showEnd(end, port, null, places));
}

function findProblem(
  { a, b, shownA, shownB, portA, portB }: Ends,
  lane: BreakoutLane | null,
  splits: ReadonlyMap<PlanPort, BreakoutId>,
  places: Places,
): EndProblem | null {
  if (!portA) return lacking('a', a, shownA, places);
  if (!portB) return lacking('b', b, shownB, places);
  if (portA.port === portB.port) return { code: 'same-port' };
  const shares = lane !== null && splits.get(portB.port) === lane.id;
  return taken(portA) ?? (shares ? null : taken(portB));
}

function lacking(name: 'a' | 'b', end: LinkEnd, { label }: PlanEnd, places: Places): EndProblem {
  const partId = unknownPartAt(end, places);
  return partId === null ? { code: 'end-missing', end: name, label } : { code: 'part-unknown', partId };
}

function taken({ port }: PortDraft): EndProblem | null {
  const otherLinkId = port.linkIds[0];
  return otherLinkId === undefined ? null : { code: 'port-taken', portId: port.id, otherLinkId };
}

/** Nearly all cables are alone in their ports. */
const BOTH: LinkDraft['holds'] = { a: true, b: true };

/** Notes the link on both ports; the first link of a port sets its peer. Returns which ports are its own. */
function occupy(
  { portA, portB, shownB }: Ends,
  record: Link,
  splits: Map<PlanPort, BreakoutId>,
): LinkDraft['holds'] {
  const own = [record.id] as const;
  const ofA = portA !== null && occupyPort(portA, portB, own);
  if (!portB || portB.port === portA?.port) return { a: ofA, b: false };
  const first = occupyPort(portB, portA, own);
  const { breakout } = record;
  if (!breakout) return ofA && first ? BOTH : { a: ofA, b: first };
  const { port } = portB;
  if (first) splits.set(port, breakout.id);
  if (splits.get(port) !== breakout.id) return { a: ofA, b: false };
  const lane = {
    lane: breakout.lane,
    name: shownB.port,
    linkId: record.id,
    peerId: portA?.port.id ?? null,
  };
  port.lanes = [...port.lanes, lane].sort((x, y) => x.lane - y.lane);
  return { a: ofA, b: true };
}

/** True when no other link was there before; then the port has the list `own` of this link alone, as both ends do. */
function occupyPort({ port }: PortDraft, far: PortDraft | null, own: readonly [LinkId]): boolean {
  if (port.linkIds.length > 0) {
    port.linkIds = [...port.linkIds, ...own];
    return false;
  }
  port.linkIds = own;
  if (far && far.port !== port) {
    port.peerId = far.port.id;
    port.peerOwner = far.port.owner;
  }
  return true;
}

function describe(problem: EndProblem, { shownA, shownB, portA }: Ends): string {
  switch (problem.code) {
    case 'end-missing':
      return `${problem.label} does not exist`;
    case 'part-unknown':
      return `neither the catalog nor the file knows the product "${problem.partId}"`;
    case 'same-port':
      return 'both ends are the same port';
    case 'port-taken':
      return `another cable ends at ${problem.portId === portA?.port.id ? shownA.label : shownB.label}`;
    case 'no-common-speed':
      return `${shownA.label} runs at ${describeSpeeds(problem.a)}, ${shownB.label} at ${describeSpeeds(problem.b)}`;
  }
}

/** The networks of the node ends; those between switches follow once every host port is known. */
function hostNetworks({ b, portA, portB }: Ends): readonly NetworkId[] {
  const ofA = portA?.port.networkIds ?? NO_NETWORKS;
  if (b.kind === 'switch') return ofA;
  const ofB = portB?.port.networkIds ?? NO_NETWORKS;
  return ofA.length === ofB.length && ofA.every((network, i) => network === ofB[i])
    ? ofA
    : [...new Set([...ofA, ...ofB])];
}

const NO_NETWORKS: readonly NetworkId[] = [];
