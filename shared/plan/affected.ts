import type { BreakoutId, LinkId, NodeId, SwitchId } from '../lib/ids.ts';
import { compareText } from '../lib/stable-json.ts';
import type { Design } from '../model/index.ts';
import type { CablingRules } from './cabling.ts';
import { ownerOf, portAt } from './ends.ts';
import { freeNodePorts, freeSwitchPorts, type PortDraft } from './expand.ts';
import type { Layout } from './lay-out.ts';
import type { CableDraft, Length } from './link-draft.ts';

/** The cables of the plan before, and the records they were made of. */
interface Before {
  readonly links: Design['links'];
  readonly cables: readonly CableDraft[];
  readonly layout: Layout;
}

/**
 * The links an edit reaches: those that are new, other or gone, those of devices laid out anew, and all that share a
 * port or a breakout cable with one of these. What one of two cables does to the other it does through a port.
 */
export function findAffected(
  links: Design['links'],
  before: Before,
  { anew }: Layout,
  { differ, lengthOf }: Pick<CablingRules, 'differ' | 'lengthOf'>,
): Set<LinkId> {
  if (differ === 'products') return new Set([...before.links.keys(), ...links.keys()]);
  const found = changedLinks(before.links, links);
  if (anew.size > 0) {
    for (const { id, a, b } of links.values())
      if (anew.has(ownerOf(a)) || anew.has(ownerOf(b))) found.add(id);
  }
  if (differ === 'lengths') {
    for (const { lanes } of before.cables) {
      for (const { link } of lanes) {
        const record = links.get(link.id);
        if (record && !sameLength(link, lengthOf(record))) found.add(link.id);
      }
    }
  }
  return found;
}

/** Links that are not the very record they were. Tables are in the order of ids, so both are gone through side by side. */
function changedLinks(before: Design['links'], now: Design['links']): Set<LinkId> {
  const found = new Set<LinkId>();
  if (before === now) return found;
  const [olds, news] = [before.values(), now.values()];
  let [old, one] = [olds.next().value, news.next().value];
  while (old ?? one) {
    const order = !old ? 1 : !one ? -1 : old === one ? 0 : compareText(old.id, one.id);
    if (old !== one) {
      if (old && order <= 0) found.add(old.id);
      if (one && order >= 0) found.add(one.id);
    }
    if (order <= 0) old = olds.next().value;
    if (order >= 0) one = news.next().value;
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
  before: Before,
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
    const old = before.links.get(id);
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
