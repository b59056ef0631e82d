import { must } from '../lib/assert.ts';
import type { NodeId, PartId, SwitchId } from '../lib/ids.ts';
import { naturalKey } from '../lib/natural-order.ts';
import { compareText } from '../lib/stable-json.ts';
import type { BreakoutLane, LinkEnd } from '../model/index.ts';
import { defaultPortName } from './blueprint.ts';
import { adapterPortDraft, switchPortDraft } from './expand.ts';
import type { NodeDraft, PortDraft, SwitchDraft } from './expand.ts';
import { laneName } from './lane-names.ts';
import type { PlanEnd } from './types.ts';

/** Everything a link's ends can name. */
export interface Places {
  readonly nodes: ReadonlyMap<NodeId, NodeDraft>;
  readonly switches: ReadonlyMap<SwitchId, SwitchDraft>;
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

/**
 * One end of a link as the plan shows it; `port` is the one it names, `lane` that of a breakout cable where it is the
 * split port.
 */
export function showEnd(
  end: LinkEnd,
  port: PortDraft | null,
  lane: BreakoutLane | null,
  places: Places,
): PlanEnd {
  const ownerId = ownerOf(end);
  if (port && lane === null) {
    const { id, name, label } = port.port;
    return { portId: id, ownerId, port: name, label };
  }
  const device = end.kind === 'node' ? nodeAt(end.nodeId, places) : switchAt(end.switchId, places);
  const name = nameEnd(end, lane, places);
  return { portId: port?.port.id ?? null, ownerId, port: name, label: `${device.record.name} ${name}` };
}

/** What the end is called on its device, whether or not that has such a port. */
function nameEnd(end: LinkEnd, lane: BreakoutLane | null, places: Places): string {
  if (end.kind === 'node') return defaultPortName(end.slot, end.port);
  return lane === null ? end.port : nameLane(switchAt(end.switchId, places), end.port, lane);
}

function nameLane({ print }: SwitchDraft, port: string, { lane, ways }: BreakoutLane): string {
  return (print && laneName(print.part.networkOs, port, lane, ways)) ?? `${port} lane ${lane}`;
}

/**
 * Natural-order key of an end in its two parts, by which cables are numbered; a split port has the same for all its
 * lanes. A port is its own key: thousands need no text put together.
 */
export interface EndKey {
  readonly ownerKey: string;
  readonly print: { readonly nameKey: string };
}

/** The key of an end; one without a port is known by its label alone. */
export function endKey(port: PortDraft | null, shown: PlanEnd): EndKey {
  return port ?? { ownerKey: '', print: { nameKey: naturalKey(shown.label) } };
}

/** Orders ends as the two parts of their keys do when they are put together. */
export function compareEnds(a: EndKey, b: EndKey): number {
  const [x, y] = [a.ownerKey, b.ownerKey];
  if (x === y) return compareText(a.print.nameKey, b.print.nameKey);
  // Only where one goes on from the other does more than the first parts count: `FS` and `FS 1`.
  return x.startsWith(y) || y.startsWith(x)
    ? compareText(x + a.print.nameKey, y + b.print.nameKey)
    : compareText(x, y);
}

/** The product that should have the port of an end, when nobody knows it. */
export function unknownPartAt(end: LinkEnd, places: Places): PartId | null {
  if (end.kind === 'switch') {
    const { print, record } = switchAt(end.switchId, places);
    return print ? null : record.partId;
  }
  const { print, adapters } = nodeAt(end.nodeId, places);
  const index = print.slotIndex.get(end.slot);
  const adapter = index === undefined ? undefined : adapters[index];
  return adapter && !adapter.print.part ? adapter.print.slot.partId : null;
}
