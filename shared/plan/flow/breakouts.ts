import { must } from '../../lib/assert.ts';
import type { LinkId, NodeId } from '../../lib/ids.ts';
import type { CableRun, PlanLink, PlanNode } from '../types.ts';
import type { Breakout, FlowGroup, FlowInput, Loss, Trunk } from './types.ts';

type LostPort = Loss['ports'][number];

/** Of these breakout cables what storage loses without each; one that carries none is left out. */
export function listBreakouts(
  plan: Pick<FlowInput, 'nodeById'>,
  split: readonly CableRun[],
  groups: readonly FlowGroup[],
  trunks: readonly Trunk[],
): Breakout[] {
  if (split.length === 0) return [];
  const { nodeById } = plan;
  const groupOf = new Map<NodeId, number>();
  groups.forEach(({ members }, group) => {
    for (const { id } of members) groupOf.set(id, group);
  });
  const trunkOf = new Map<LinkId, number>();
  trunks.forEach(({ links }, trunk) => {
    for (const { id } of links) trunkOf.set(id, trunk);
  });
  return split.flatMap((run) => {
    const lost = new Map<NodeId, LostPort[]>();
    const cut = new Map<number, number>();
    for (const link of run.links) {
      if (link.speedGbps === null) continue;
      const trunk = trunkOf.get(link.id);
      if (trunk !== undefined) cut.set(trunk, (cut.get(trunk) ?? 0) + 1);
      const nodeId = link.a.ownerId as NodeId;
      const group = groupOf.get(nodeId);
      const place = group === undefined ? null : findPlace(groups[group], nodeById.get(nodeId), link);
      if (place) lost.set(nodeId, [...(lost.get(nodeId) ?? []), place]);
    }
    const losses = gatherLosses(lost, groupOf, nodeById);
    return losses.length + cut.size > 0 ? [{ run, losses, trunks: cut }] : [];
  });
}

function findPlace(
  group: FlowGroup | undefined,
  node: PlanNode | undefined,
  link: PlanLink,
): LostPort | null {
  for (const [adapter, { index, ports }] of (group?.adapters ?? []).entries()) {
    const own = node?.adapters[index]?.ports;
    const port = ports.findIndex((entry) => own?.[entry.index]?.id === link.a.portId);
    if (port !== -1) return { adapter, port };
  }
  return null;
}

/** Members of one group that lose the same ports, taken together. */
function gatherLosses(
  lost: ReadonlyMap<NodeId, readonly LostPort[]>,
  groupOf: ReadonlyMap<NodeId, number>,
  nodeById: FlowInput['nodeById'],
): Loss[] {
  const gathered = new Map<string, Loss & { readonly members: PlanNode[] }>();
  for (const [nodeId, found] of lost) {
    const group = groupOf.get(nodeId) ?? -1;
    const node = must(nodeById.get(nodeId), 'a node that loses a port');
    const ports = [...found].sort((x, y) => x.adapter - y.adapter || x.port - y.port);
    const key = `${group} ${ports.map(({ adapter, port }) => `${adapter}/${port}`).join(' ')}`;
    const known = gathered.get(key);
    if (known) known.members.push(node);
    else gathered.set(key, { group, ports, members: [node] });
  }
  return [...gathered.values()];
}
