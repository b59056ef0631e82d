import type { BreakoutId, LinkId, NodeId, SwitchId } from '../lib/ids.ts';
import type { Design } from '../model/index.ts';
import type { CablingRules } from './cabling.ts';
import { ownerOf, portAt } from './ends.ts';
import { freeNodePorts, freeSwitchPorts, type PortDraft } from './expand.ts';
import type { Layout } from './lay-out.ts';
import type { Length } from './link-draft.ts';
import type { Plan } from './types.ts';

/**
 * The links an edit reaches: those that are new, other or gone, those of devices laid out anew, and all that share a
 * port or a breakout cable with one of these. What one of two cables does to the other it does through a port.
 */
export function findAffected(
  links: Design['links'],
  before: Plan['linkById'],
  { anew }: Layout,
  { differ, lengthOf }: Pick<CablingRules, 'differ' | 'lengthOf'>,
): Set<LinkId> {
  if (differ === 'products') return new Set([...before.keys(), ...links.keys()]);
  const found = new Set<LinkId>();
  for (const record of links.values()) {
    const old = before.get(record.id);
    const same =
      old?.record === record &&
      !(anew.size > 0 && (anew.has(ownerOf(record.a)) || anew.has(ownerOf(record.b)))) &&
      (differ === 'nothing' || sameLength(old, lengthOf(record)));
    if (!same) found.add(record.id);
  }
  if (links.size - found.size < before.size) {
    for (const id of before.keys()) if (!links.has(id)) found.add(id);
  }
  return found;
}

function sameLength(a: Length, b: Length): boolean {
  return a.lengthM === b.lengthM && a.lengthFrom === b.lengthFrom;
}

/**
 * Adds all links that share a port or a breakout cable with those found, and gives the layout with the ports of all
 * of them free.
 */
export function freeAffected(
  found: Set<LinkId>,
  links: Design['links'],
  before: { readonly linkById: Plan['linkById']; readonly layout: Layout },
  layout: Layout,
): Layout {
  const siblings = siblingsOf(links);
  const ports = new Set<PortDraft>();
  const visit = (draft: PortDraft | null) => {
    if (!draft || ports.has(draft)) return;
    ports.add(draft);
    for (const id of draft.port.linkIds) found.add(id);
  };
  // What is added to a set while it is gone through has its turn as well.
  for (const id of found) {
    const old = before.linkById.get(id)?.record;
    if (old) {
      visit(portAt(old.a, before.layout));
      visit(portAt(old.b, before.layout));
    }
    const record = links.get(id);
    if (record) {
      visit(portAt(record.a, layout));
      visit(portAt(record.b, layout));
    }
    for (const breakout of [old?.breakout, record?.breakout]) {
      if (breakout) for (const lane of siblings.get(breakout.id) ?? []) found.add(lane);
    }
  }
  return freePorts(ports, layout);
}

function siblingsOf(links: Design['links']): ReadonlyMap<BreakoutId, readonly LinkId[]> {
  const siblings = new Map<BreakoutId, LinkId[]>();
  for (const { id, breakout } of links.values()) {
    if (!breakout) continue;
    const lanes = siblings.get(breakout.id);
    if (lanes) lanes.push(id);
    else siblings.set(breakout.id, [id]);
  }
  return siblings;
}

/** Ports of devices that are gone do not matter. */
function freePorts(ports: ReadonlySet<PortDraft>, layout: Layout): Layout {
  const nodes = new Map(layout.nodes);
  const switches = new Map(layout.switches);
  const owners = new Set<NodeId | SwitchId>();
  for (const { port } of ports) owners.add(ownerId(port.owner));
  for (const id of owners) {
    const node = nodes.get(id as NodeId);
    if (node) nodes.set(node.record.id, freeNodePorts(node, ports));
    const device = switches.get(id as SwitchId);
    if (device) switches.set(device.record.id, freeSwitchPorts(device, ports));
  }
  return { ...layout, nodes, switches };
}

function ownerId(owner: PortDraft['port']['owner']): NodeId | SwitchId {
  return owner.kind === 'adapter' ? owner.nodeId : owner.switchId;
}
