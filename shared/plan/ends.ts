import { must } from '../lib/assert.ts';
import type { NodeId, PartId, SwitchId } from '../lib/ids.ts';
import { naturalKey } from '../lib/natural-order.ts';
import type { BreakoutLane, LinkEnd } from '../model/index.ts';
import { defaultPortName } from './blueprint.ts';
import { adapterPortDraft, switchPortDraft } from './expand.ts';
import type { NodeDraft, PortDraft, SwitchDraft } from './expand.ts';
import { laneName } from './lane-names.ts';

/** Everything a link's ends can name. */
export interface Places {
  readonly nodes: ReadonlyMap<NodeId, NodeDraft>;
  readonly switches: ReadonlyMap<SwitchId, SwitchDraft>;
}

/** One end of a link with what is said of it. */
export interface End {
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

/** The device an end of a link names. */
export function ownerOf(end: LinkEnd): NodeId | SwitchId {
  return end.kind === 'node' ? end.nodeId : end.switchId;
}

/** The port an end of a link names; null when it does not exist. */
export function portAt(end: LinkEnd, places: Places): PortDraft | null {
  if (end.kind === 'node') return adapterPortDraft(nodeAt(end.nodeId, places), end.slot, end.port);
  return switchPortDraft(switchAt(end.switchId, places), end.port);
}

function nodeAt(id: NodeId, { nodes }: Places): NodeDraft {
  return must(nodes.get(id), 'node of a link');
}

function switchAt(id: SwitchId, { switches }: Places): SwitchDraft {
  return must(switches.get(id), 'switch of a link');
}

/** One end of a link; `lane` where it is the split port of a breakout cable. */
export function resolveEnd(end: LinkEnd, places: Places, lane: BreakoutLane | null): End {
  return end.kind === 'node' ? resolveNodeEnd(end, places) : resolveSwitchEnd(end, places, lane);
}

function resolveNodeEnd(end: Extract<LinkEnd, { kind: 'node' }>, places: Places): End {
  const node = nodeAt(end.nodeId, places);
  const port = adapterPortDraft(node, end.slot, end.port);
  if (port) return found('node', end.nodeId, port);
  const index = node.print.slotIndex.get(end.slot);
  const adapter = index === undefined ? undefined : node.adapters[index];
  const unknownPart = adapter && !adapter.print.part ? adapter.print.slot.partId : null;
  return missing('node', end.nodeId, node.record.name, defaultPortName(end.slot, end.port), unknownPart);
}

function resolveSwitchEnd(
  end: Extract<LinkEnd, { kind: 'switch' }>,
  places: Places,
  lane: BreakoutLane | null,
): End {
  const device = switchAt(end.switchId, places);
  const port = switchPortDraft(device, end.port);
  const name = lane === null ? end.port : nameLane(device, end.port, lane);
  if (port === null) {
    const unknownPart = device.print ? null : device.record.partId;
    return missing('switch', end.switchId, device.record.name, name, unknownPart);
  }
  const whole = found('switch', end.switchId, port);
  return lane === null ? whole : { ...whole, name, label: `${device.record.name} ${name}` };
}

function nameLane({ print }: SwitchDraft, port: string, { lane, ways }: BreakoutLane): string {
  return (print && laneName(print.part.networkOs, port, lane, ways)) ?? `${port} lane ${lane}`;
}

function found(kind: LinkEnd['kind'], ownerId: NodeId | SwitchId, draft: PortDraft): End {
  const { port, print, ownerKey } = draft;
  const { name, label } = port;
  return { kind, ownerId, name, label, key: ownerKey + print.nameKey, port: draft, unknownPart: null };
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
