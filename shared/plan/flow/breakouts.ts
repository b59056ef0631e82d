import type { LinkId, NodeId } from '../../lib/ids.ts';
import type { PlanLink } from '../types.ts';
import type { Breakout, FlowGroup, FlowInput, Loss, Trunk } from './types.ts';

type LostPort = Loss['ports'][number];

/** The breakout cables with what storage loses without each; one that carries none is left out. */
export function listBreakouts(
  { runs, nodes }: FlowInput,
  groups: readonly FlowGroup[],
  trunks: readonly Trunk[],
): Breakout[] {
  const split = runs.filter(({ ways }) => ways > 1);
  if (split.length === 0) return [];
  const groupOf = new Map<NodeId, number>();
  groups.forEach(({ members }, group) => {
    for (const { record } of members) groupOf.set(record.id, group);
  });
  const trunkOf = new Map<LinkId, number>();
  trunks.forEach(({ links }, trunk) => {
    for (const { link } of links) trunkOf.set(link.id, trunk);
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
      const place = group === undefined ? null : findPlace(groups[group], nodes.get(nodeId), link);
      if (place) lost.set(nodeId, [...(lost.get(nodeId) ?? []), place]);
    }
    const losses = countLosses(lost, groupOf);
    return losses.length + cut.size > 0 ? [{ run, losses, trunks: cut }] : [];
  });
}

function findPlace(
  group: FlowGroup | undefined,
  node: FlowGroup['members'][number] | undefined,
  link: PlanLink,
): LostPort | null {
  for (const [adapter, { index, ports }] of (group?.adapters ?? []).entries()) {
    const own = node?.adapters[index]?.ports;
    const port = ports.findIndex((entry) => own?.[entry.index]?.port.id === link.a.portId);
    if (port !== -1) return { adapter, port };
  }
  return null;
}

/** Members of a group that lose the same ports, counted together. */
function countLosses(
  lost: ReadonlyMap<NodeId, readonly LostPort[]>,
  groupOf: ReadonlyMap<NodeId, number>,
): Loss[] {
  const counted = new Map<string, Loss>();
  for (const [nodeId, found] of lost) {
    const group = groupOf.get(nodeId) ?? -1;
    const ports = [...found].sort((x, y) => x.adapter - y.adapter || x.port - y.port);
    const key = `${group} ${ports.map(({ adapter, port }) => `${adapter}/${port}`).join(' ')}`;
    counted.set(key, { group, ports, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted.values()];
}
