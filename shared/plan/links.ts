import { must } from '../lib/assert.ts';
import type { BreakoutId, LinkId, NetworkId, NodeId, PartId, SwitchId } from '../lib/ids.ts';
import { naturalKey } from '../lib/natural-order.ts';
import { compareText } from '../lib/stable-json.ts';
import type { BreakoutLane, Link, LinkEnd } from '../model/index.ts';
import { defaultPortName } from './blueprint.ts';
import { joinLanes } from './breakouts.ts';
import type { CableChooser } from './cables.ts';
import type { Draft } from './draft.ts';
import { switchPortDraft, type NodeDraft, type PortDraft, type SwitchDraft } from './expand.ts';
import { laneName } from './lane-names.ts';
import { describeSpeeds, runAt, type Length, type LinkDraft } from './link-draft.ts';
import type { CableRun, LinkProblem, PlanEnd, PlanLink, PlanPort } from './types.ts';

/** Everything a link's ends can name. */
export interface Places {
  readonly nodes: ReadonlyMap<NodeId, NodeDraft>;
  readonly switches: ReadonlyMap<SwitchId, SwitchDraft>;
}

/** What can be wrong with a link before a cable is looked for. */
type EndProblem = Exclude<LinkProblem, { code: 'no-cable' | 'pinned-unfit' | 'lanes-differ' }>;

interface End {
  readonly kind: LinkEnd['kind'];
  readonly ownerId: NodeId | SwitchId;
  /** Name on its owner. */
  readonly name: string;
  readonly label: string;
  readonly key: string;
  readonly port: PortDraft | null;
  /** The product that should have the port, when nobody knows it. */
  readonly unknownPart: PartId | null;
}

/** All links, and the cables they are. */
export interface Cabling {
  readonly links: readonly LinkDraft[];
  /** Networks of cables between switches are not known yet. */
  readonly runs: readonly Draft<CableRun>[];
}

/**
 * Joins the ports: peers, speeds, cables and what keeps a link from being built. Links are taken in the order
 * of their ids, so that of two links on one port the earlier one has it. Returns them in the order of their tags.
 */
export function connectLinks(
  records: Iterable<Link>,
  places: Places,
  chooseCable: CableChooser,
  lengthOf: (link: Link) => Length,
): Cabling {
  const breakouts = new Map<BreakoutId, KeyedLink[]>();
  const splits = new Map<PlanPort, BreakoutId>();
  const found = inIdOrder(records).map((record): KeyedLink[] => {
    const draft = connectLink(record, lengthOf(record), places, splits, chooseCable);
    if (!record.breakout) return [draft];
    const lanes = breakouts.get(record.breakout.id);
    if (lanes) {
      lanes.push(draft);
      return [];
    }
    const first = [draft];
    breakouts.set(record.breakout.id, first);
    return first;
  });
  const cables = found.filter((lanes) => lanes.length > 0);
  for (const lanes of breakouts.values()) lanes.sort((x, y) => laneOf(x) - laneOf(y));
  // The order of the tags: by side A; of a breakout by its first lane.
  cables.sort(([x], [y]) => compareKeys(must(x, 'a link of a cable'), must(y, 'a link of a cable')));
  const width = Math.max(3, String(cables.length).length);
  const runs = cables.map((lanes, i) => {
    for (const { link } of lanes) link.tag = `C${String(i + 1).padStart(width, '0')}`;
    const [first] = lanes;
    if (first?.link.breakout) return joinLanes(lanes, first.link.breakout.ways, chooseCable);
    return runOf(must(first, 'a link of a cable').link);
  });
  return { links: cables.flat(), runs };
}

function laneOf({ link }: LinkDraft): number {
  return link.breakout?.lane ?? 1;
}

function compareKeys(x: KeyedLink, y: KeyedLink): number {
  return compareText(x.keyA, y.keyA) || compareText(x.keyB, y.keyB) || compareText(x.link.id, y.link.id);
}

function runOf(link: PlanLink): Draft<CableRun> {
  const { tag, lengthM, lengthFrom, speedGbps, cable, cableReason, problem, networkIds } = link;
  return {
    tag,
    links: [link],
    ways: 1,
    lengthM,
    lengthFrom,
    speedGbps,
    cable,
    cableReason,
    problem,
    networkIds,
  };
}

function inIdOrder(records: Iterable<Link>): Link[] {
  const list = [...records];
  const sorted = list.every((link, i) => i === 0 || must(list[i - 1], 'a link before').id < link.id);
  return sorted ? list : list.sort((a, b) => compareText(a.id, b.id));
}

interface KeyedLink extends LinkDraft {
  readonly keyA: string;
  readonly keyB: string;
}

function connectLink(
  record: Link,
  length: Length,
  places: Places,
  splits: Map<PlanPort, BreakoutId>,
  chooseCable: CableChooser,
): KeyedLink {
  const [a, b] = orderEnds(
    resolveEnd(record.a, places, null),
    resolveEnd(record.b, places, record.breakout),
    record.breakout,
  );
  const problem = findProblem(a, b, record.breakout, splits);
  const holds = occupy(a, b, record, splits);
  const link: Draft<PlanLink> = {
    id: record.id,
    tag: '',
    record,
    kind: a.kind === 'switch' ? 'switch-switch' : b.kind === 'switch' ? 'node-switch' : 'node-node',
    a: planEnd(a),
    b: planEnd(b),
    ...length,
    breakout: record.breakout,
    speedGbps: null,
    cable: null,
    cableReason: problem ? describe(problem, a, b) : '',
    problem,
    networkIds: hostNetworks(a, b),
  };
  const draft = { link, a: a.port, b: b.port, holds, keyA: a.key, keyB: b.key };
  // The lanes of a breakout run at one speed over one cable: that follows when all of them are known.
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
  runAt(portA, portB, speedGbps);
  const { medium, cableId } = link.record;
  const [cageA, cageB] = [portA.print.cage, portB.print.cage];
  const { lengthM } = length;
  const need = { cageA, cageB, otherCagesB: [], ways: 1, speedGbps, lengthM, medium, cableId } as const;
  const answer = chooseCable(need);
  link.cable = answer.cable;
  link.cableReason = answer.reason;
  link.problem = answer.problem;
}

function resolveEnd(end: LinkEnd, places: Places, lane: BreakoutLane | null): End {
  return end.kind === 'node' ? resolveNodeEnd(end, places) : resolveSwitchEnd(end, places, lane);
}

function resolveNodeEnd(end: Extract<LinkEnd, { kind: 'node' }>, places: Places): End {
  const node = must(places.nodes.get(end.nodeId), `link to node ${end.nodeId}`);
  const index = node.print.slotIndex.get(end.slot);
  const adapter = index === undefined ? undefined : node.adapters[index];
  const port = adapter?.ports[end.port - 1] ?? null;
  if (port) return found('node', end.nodeId, port);
  const unknownPart = adapter && !adapter.print.part ? adapter.print.slot.partId : null;
  return missing('node', end.nodeId, node.record.name, defaultPortName(end.slot, end.port), unknownPart);
}

function resolveSwitchEnd(
  end: Extract<LinkEnd, { kind: 'switch' }>,
  places: Places,
  lane: BreakoutLane | null,
): End {
  const device = must(places.switches.get(end.switchId), `link to switch ${end.switchId}`);
  const port = switchPortDraft(device, end.port);
  const name = lane === null ? end.port : nameLane(device, end.port, lane);
  if (port === null) {
    return missing(
      'switch',
      end.switchId,
      device.record.name,
      name,
      device.print ? null : device.record.partId,
    );
  }
  const whole = found('switch', end.switchId, port);
  return lane === null ? whole : { ...whole, name, label: `${device.record.name} ${name}` };
}

function nameLane({ print }: SwitchDraft, port: string, { lane, ways }: BreakoutLane): string {
  return (print && laneName(print.part.networkOs, port, lane, ways)) ?? `${port} lane ${lane}`;
}

function found(kind: LinkEnd['kind'], ownerId: NodeId | SwitchId, port: PortDraft): End {
  return {
    kind,
    ownerId,
    name: port.port.name,
    label: port.port.label,
    key: port.ownerKey + port.print.nameKey,
    port,
    unknownPart: null,
  };
}

function missing(
  kind: LinkEnd['kind'],
  ownerId: NodeId | SwitchId,
  owner: string,
  name: string,
  unknownPart: PartId | null,
): End {
  const label = `${owner} ${name}`;
  return { kind, ownerId, name, label, key: naturalKey(label), port: null, unknownPart };
}

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

/** Notes the link on both ports; the first link of a port sets its peer. Returns which ports are its own. */
function occupy(a: End, b: End, record: Link, splits: Map<PlanPort, BreakoutId>): LinkDraft['holds'] {
  const ofA = a.port !== null && occupyPort(a.port, b.port, record.id);
  if (!b.port || b.port.port === a.port?.port) return { a: ofA, b: false };
  const first = occupyPort(b.port, a.port, record.id);
  const { breakout } = record;
  if (!breakout) return { a: ofA, b: first };
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
