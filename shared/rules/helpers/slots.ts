import type { PlanAdapter } from '../../plan/types.ts';
import type { SlotUse } from '../facts.ts';

/** From this speed on a port needs a Gen3 slot to be filled. */
const FAST_GBPS = 40;

/** The adapters of all nodes in one slot of their profile. */
export function adaptersIn({ use, index }: SlotUse): readonly PlanAdapter[] {
  return use.nodes.flatMap((node) => node.adapters[index] ?? []);
}

/** True when a port of that slot is cabled in one of the nodes at least. */
export function isCabled({ use, index }: SlotUse): boolean {
  return use.nodes.some((node) => node.adapters[index]?.ports.some(({ peerId }) => peerId !== null) ?? false);
}

/** A Gen3 or newer card that trains at Gen2 or less because of the slot, while a port of it runs at 40 Gb/s or more. */
export function isHeldBackByOldSlot(slot: SlotUse): boolean {
  const { part, slot: record } = slot.adapter;
  if (part === null || part.pcie.gen < 3 || record.gen > 2) return false;
  return adaptersIn(slot).some(({ ports }) =>
    ports.some(({ speedGbps }) => speedGbps !== null && speedGbps >= FAST_GBPS),
  );
}
