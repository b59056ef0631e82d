import { adapterId, type NodeId } from '../lib/ids.ts';
import { nameRanges } from '../lib/name-ranges.ts';
import type { Plan, PlanAdapter } from '../plan/index.ts';
import { tell, type SwapDraft } from './draft.ts';

const LIMITS = { pcie: 'its PCIe link', card: 'the card itself' } as const;

/** Tells where slot or card now hold back what the ports could move, with the ceiling before and after. */
export function tellCeilings(draft: SwapDraft, nodeIds: Iterable<NodeId>, before: Plan, after: Plan): void {
  const held = new Map<string, { readonly text: string; readonly nodes: NodeId[] }>();
  for (const nodeId of nodeIds) {
    for (const adapter of after.nodeById.get(nodeId)?.adapters ?? []) {
      const text = heldBack(before.adapterById.get(adapterId(nodeId, adapter.slot.slot)), adapter);
      if (text === null) continue;
      const entry = held.get(text) ?? { text, nodes: [] };
      entry.nodes.push(nodeId);
      held.set(text, entry);
    }
  }
  for (const { text, nodes } of held.values()) {
    const names = nodes.map((nodeId) => after.nodeById.get(nodeId)?.record.name ?? nodeId);
    tell(draft, {
      id: `rate ${nodes[0] ?? ''} ${text}`,
      topic: 'rate',
      severity: 'warn',
      message: `${nameRanges(names, 3)}: ${text}`,
      subjects: nodes,
    });
  }
}

function heldBack(was: PlanAdapter | undefined, is: PlanAdapter): string | null {
  const limit = is.limitedBy.receive;
  if (limit !== 'pcie' && limit !== 'card') return null;
  const same = was?.limitedBy.receive === limit && was.ceilingGbps.receive === is.ceilingGbps.receive;
  if (same || is.portPayloadGbps <= is.ceilingGbps.receive) return null;
  const link = is.link ? ` (Gen${is.link.gen} x${is.link.lanes})` : '';
  const now = `slot ${is.slot.slot}${limit === 'pcie' ? link : ''} takes ${is.ceilingGbps.receive.toFixed(1)} of ${is.portPayloadGbps.toFixed(1)} Gb/s, limited by ${LIMITS[limit]}`;
  return was ? `${now}; before it took ${was.ceilingGbps.receive.toFixed(1)} Gb/s.` : `${now}.`;
}
