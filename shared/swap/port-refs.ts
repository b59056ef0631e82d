import type { LinkId, NodeId } from '../lib/ids.ts';
import { must } from '../lib/assert.ts';
import {
  withRecords,
  type AdapterSlot,
  type Design,
  type Link,
  type LinkEnd,
  type Node,
  type PortRef,
  type Profile,
} from '../model/index.ts';
import type { SwapDraft } from './draft.ts';
import { editLinks, withEnds } from './draft.ts';
import type { NodeGroup } from './groups.ts';

/** Where a port goes: to another place, or nowhere. */
type MovePort = (ref: PortRef) => PortRef | null;

/** Everything in a profile that names a port, after the ports have moved. What went nowhere is taken out. */
export function moveProfilePorts(profile: Profile, move: MovePort): Profile {
  const moveAll = (refs: readonly PortRef[]): PortRef[] => refs.flatMap((ref) => move(ref) ?? []);
  return {
    ...profile,
    adapters: profile.adapters.map((adapter) => ({
      ...adapter,
      ports: moveUses(adapter, move),
    })),
    teams: profile.teams.map((team) => ({
      ...team,
      members: moveAll(team.members),
      standby: moveAll(team.standby),
    })),
    vnics: profile.vnics.map((vnic) => ({ ...vnic, mappedTo: vnic.mappedTo && move(vnic.mappedTo) })),
  };
}

/** A use that moved in takes the place of one that said nothing. */
function moveUses({ slot, ports }: AdapterSlot, move: MovePort): AdapterSlot['ports'] {
  const stay: AdapterSlot['ports'] = [];
  const come: AdapterSlot['ports'] = [];
  for (const use of ports) {
    const ref = move({ slot, port: use.port });
    if (!ref) continue;
    if (ref.port === use.port) stay.push(use);
    else come.push({ ...use, port: ref.port });
  }
  const covered = new Set(come.map(({ port }) => port));
  return [...stay.filter(({ port }) => !covered.has(port)), ...come].sort((a, b) => a.port - b.port);
}

/** Moves cables, pinned addresses and hardware addresses of a group's nodes along with the ports they belong to. */
export function moveNodePorts(draft: SwapDraft, group: NodeGroup, move: MovePort): void {
  const nodeIds: ReadonlySet<NodeId> = new Set(group.nodeIds);
  draft.design = withRecords(
    draft.design,
    'nodes',
    group.nodeIds.flatMap((nodeId) => {
      const node = must(draft.design.nodes.get(nodeId), `node ${nodeId}`);
      return node.pins.length > 0 || node.macs.length > 0 ? [moveRecords(node, move)] : [];
    }),
  );
  const moveEnd = (end: LinkEnd): LinkEnd | null => {
    if (end.kind !== 'node' || !nodeIds.has(end.nodeId)) return end;
    const ref = move(end);
    if (!ref) return null;
    return ref.slot === end.slot && ref.port === end.port ? end : { ...end, ...ref };
  };
  editLinks(draft, linksAt(draft.design, nodeIds), (link) =>
    moveEnd(link.a) && moveEnd(link.b) ? withEnds(link, (end) => moveEnd(end) ?? end) : null,
  );
}

function moveRecords(node: Node, move: MovePort): Node {
  return {
    ...node,
    pins: node.pins.flatMap((pin) => {
      const [slot, port, more] = pin.endpoint.split('/');
      // A pin of a virtual adapter has a name instead of a place.
      if (slot === undefined || port === undefined || more !== undefined || !/^[1-4]$/.test(port))
        return [pin];
      const ref = move({ slot, port: Number(port) });
      return ref ? [{ ...pin, endpoint: `${ref.slot}/${ref.port}` }] : [];
    }),
    macs: node.macs.flatMap((entry) => {
      const ref = move(entry);
      return ref ? [{ ...entry, ...ref }] : [];
    }),
  };
}

function linksAt(design: Design, nodeIds: ReadonlySet<NodeId>): LinkId[] {
  const at = (end: Link['a']): boolean => end.kind === 'node' && nodeIds.has(end.nodeId);
  return [...design.links.values()].filter(({ a, b }) => at(a) || at(b)).map(({ id }) => id);
}

/** Cables at one slot of a group's nodes, by port. */
export function linksBySlotPort(
  design: Design,
  group: NodeGroup,
  slot: string,
): ReadonlyMap<number, LinkId[]> {
  const nodeIds: ReadonlySet<NodeId> = new Set(group.nodeIds);
  const byPort = new Map<number, LinkId[]>();
  for (const link of design.links.values()) {
    for (const end of [link.a, link.b]) {
      if (end.kind !== 'node' || end.slot !== slot || !nodeIds.has(end.nodeId)) continue;
      const known = byPort.get(end.port) ?? [];
      if (!known.includes(link.id)) byPort.set(end.port, [...known, link.id]);
    }
  }
  return byPort;
}
