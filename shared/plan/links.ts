import { must } from '../lib/assert.ts';
import type { LinkId, NetworkId, NodeId, PartId, SwitchId } from '../lib/ids.ts';
import { naturalKey } from '../lib/natural-order.ts';
import { compareText } from '../lib/stable-json.ts';
import type { Link, LinkEnd } from '../model/index.ts';
import { defaultPortName } from './blueprint.ts';
import type { CableAnswer, CableChooser } from './cables.ts';
import type { Draft } from './draft.ts';
import { switchPortDraft, type NodeDraft, type PortDraft, type SwitchDraft } from './expand.ts';
import type { LinkProblem, PlanEnd, PlanLink } from './types.ts';

/** Everything a link's ends can name. */
export interface Places {
  readonly nodes: ReadonlyMap<NodeId, NodeDraft>;
  readonly switches: ReadonlyMap<SwitchId, SwitchDraft>;
}

/** How long a link is and why. */
export type Length = Pick<PlanLink, 'lengthM' | 'lengthFrom'>;

/** A link with its ports at hand; `port` is null where the end does not exist. */
export interface LinkDraft {
  readonly link: Draft<PlanLink>;
  readonly a: PortDraft | null;
  readonly b: PortDraft | null;
}

/** What can be wrong with a link before a cable is looked for. */
type EndProblem = Exclude<LinkProblem, { code: 'no-cable' | 'pinned-unfit' }>;

interface End {
  readonly kind: LinkEnd['kind'];
  readonly ownerId: NodeId | SwitchId;
  readonly label: string;
  readonly key: string;
  readonly port: PortDraft | null;
  /** The product that should have the port, when nobody knows it. */
  readonly unknownPart: PartId | null;
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
): LinkDraft[] {
  const drafts = inIdOrder(records).map((record) =>
    connectLink(record, lengthOf(record), places, chooseCable),
  );
  drafts.sort(
    (x, y) => compareText(x.keyA, y.keyA) || compareText(x.keyB, y.keyB) || compareText(x.link.id, y.link.id),
  );
  const width = Math.max(3, String(drafts.length).length);
  drafts.forEach((draft, i) => {
    draft.link.tag = `C${String(i + 1).padStart(width, '0')}`;
  });
  return drafts;
}

function inIdOrder(records: Iterable<Link>): Link[] {
  const list = [...records];
  const sorted = list.every((link, i) => i === 0 || must(list[i - 1], 'a link before').id < link.id);
  return sorted ? list : list.sort((a, b) => compareText(a.id, b.id));
}

type KeyedLink = LinkDraft & { readonly keyA: string; readonly keyB: string };

function connectLink(record: Link, length: Length, places: Places, chooseCable: CableChooser): KeyedLink {
  const [a, b] = orderEnds(resolveEnd(record.a, places), resolveEnd(record.b, places));
  const problem = findProblem(a, b);
  occupy(a, b, record.id);
  const speedGbps = problem ? null : greatestShared(a, b);
  const answer = problem ? unbuilt(problem, a, b) : answerCable(record, length, a, b, speedGbps, chooseCable);
  if (speedGbps !== null) runAt(a, b, speedGbps);
  const link: Draft<PlanLink> = {
    id: record.id,
    tag: '',
    record,
    kind: a.kind === 'switch' ? 'switch-switch' : b.kind === 'switch' ? 'node-switch' : 'node-node',
    a: planEnd(a),
    b: planEnd(b),
    ...length,
    breakout: record.breakout,
    speedGbps,
    cable: answer.cable,
    cableReason: answer.reason,
    problem: answer.problem,
    networkIds: hostNetworks(a, b),
  };
  return { link, a: a.port, b: b.port, keyA: a.key, keyB: b.key };
}

function resolveEnd(end: LinkEnd, places: Places): End {
  return end.kind === 'node' ? resolveNodeEnd(end, places) : resolveSwitchEnd(end, places);
}

function resolveNodeEnd(end: Extract<LinkEnd, { kind: 'node' }>, places: Places): End {
  const node = must(places.nodes.get(end.nodeId), `link to node ${end.nodeId}`);
  const index = node.print.slotIndex.get(end.slot);
  const adapter = index === undefined ? undefined : node.adapters[index];
  const port = adapter?.ports[end.port - 1] ?? null;
  if (port) return found('node', end.nodeId, port);
  const unknownPart = adapter && !adapter.print.part ? adapter.print.slot.partId : null;
  return missing(
    'node',
    end.nodeId,
    `${node.record.name} ${defaultPortName(end.slot, end.port)}`,
    unknownPart,
  );
}

function resolveSwitchEnd(end: Extract<LinkEnd, { kind: 'switch' }>, places: Places): End {
  const device = must(places.switches.get(end.switchId), `link to switch ${end.switchId}`);
  const port = switchPortDraft(device, end.port);
  if (port) return found('switch', end.switchId, port);
  const label = `${device.record.name} ${end.port}`;
  return missing('switch', end.switchId, label, device.print ? null : device.record.partId);
}

function found(kind: LinkEnd['kind'], ownerId: NodeId | SwitchId, port: PortDraft): End {
  return {
    kind,
    ownerId,
    label: port.port.label,
    key: port.ownerKey + port.print.nameKey,
    port,
    unknownPart: null,
  };
}

function missing(
  kind: LinkEnd['kind'],
  ownerId: NodeId | SwitchId,
  label: string,
  unknownPart: PartId | null,
): End {
  return { kind, ownerId, label, key: naturalKey(label), port: null, unknownPart };
}

/** Side A is the node's end of a link to a switch, else the end with the lower label. */
function orderEnds(first: End, second: End): readonly [End, End] {
  if (first.kind !== second.kind) return first.kind === 'node' ? [first, second] : [second, first];
  return compareText(first.key, second.key) <= 0 ? [first, second] : [second, first];
}

function findProblem(a: End, b: End): EndProblem | null {
  const [portA, portB] = [a.port, b.port];
  if (!portA || !portB) return lacking(a, 'a') ?? lacking(b, 'b');
  if (portA.port === portB.port) return { code: 'same-port' };
  return taken(portA) ?? taken(portB);
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

/** Notes the link on both ports; the first link of a port sets its peer. */
function occupy(a: End, b: End, linkId: LinkId): void {
  if (a.port) occupyPort(a.port, b.port, linkId);
  if (b.port && b.port.port !== a.port?.port) occupyPort(b.port, a.port, linkId);
}

function occupyPort({ port }: PortDraft, far: PortDraft | null, linkId: LinkId): void {
  if (port.linkIds.length > 0) {
    port.linkIds = [...port.linkIds, linkId];
    return;
  }
  port.linkIds = [linkId];
  port.peerId = far && far.port !== port ? far.port.id : null;
}

function greatestShared(a: End, b: End): number | null {
  const theirs = b.port?.print.allowedGbps ?? [];
  return a.port?.print.allowedGbps.findLast((speed) => theirs.includes(speed)) ?? null;
}

function runAt(a: End, b: End, speedGbps: number): void {
  const [portA, portB] = [must(a.port, 'end a'), must(b.port, 'end b')];
  portA.port.speedGbps = speedGbps;
  portB.port.speedGbps = speedGbps;
  portA.far = portB;
  portB.far = portA;
}

function answerCable(
  record: Link,
  { lengthM }: Length,
  a: End,
  b: End,
  speedGbps: number | null,
  chooseCable: CableChooser,
): CableAnswer {
  const [printA, printB] = [must(a.port, 'end a').print, must(b.port, 'end b').print];
  if (speedGbps === null)
    return unbuilt({ code: 'no-common-speed', a: printA.allowedGbps, b: printB.allowedGbps }, a, b);
  const { medium, cableId } = record;
  return chooseCable({ cageA: printA.cage, cageB: printB.cage, speedGbps, lengthM, medium, cableId });
}

function unbuilt(problem: EndProblem, a: End, b: End): CableAnswer {
  return { cable: null, reason: describe(problem, a, b), problem };
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
      return `${a.label} runs at ${speeds(problem.a)}, ${b.label} at ${speeds(problem.b)}`;
  }
}

function speeds(list: readonly number[]): string {
  return list.length > 0 ? `${list.join(', ')} Gb/s` : 'none of its speeds';
}

function planEnd(end: End): PlanEnd {
  return { portId: end.port?.port.id ?? null, ownerId: end.ownerId, label: end.label };
}

/** The networks of the node ends; those between switches follow once every host port is known. */
function hostNetworks(a: End, b: End): readonly NetworkId[] {
  const [ofA, ofB] = [a.port?.port.networkIds ?? [], b.port?.port.networkIds ?? []];
  if (b.kind === 'switch') return ofA;
  return ofA.length === ofB.length && ofA.every((network, i) => network === ofB[i])
    ? ofA
    : [...new Set([...ofA, ...ofB])];
}
