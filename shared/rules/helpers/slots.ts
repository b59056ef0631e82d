import type { SlotUse } from '../facts.ts';

/** From this speed on a port needs a Gen3 slot to be filled. */
const FAST_GBPS = 40;

/** The greatest sum of line rates among the adapters of all nodes in that slot, Gb/s. */
export function greatestDataRate({ use, index }: SlotUse): number {
  let greatest = 0;
  for (const node of use.nodes) greatest = Math.max(greatest, node.adapters[index]?.dataRateGbps ?? 0);
  return greatest;
}

/** True when a port of that slot is cabled in one of the nodes at least. */
export function isCabled({ use, index }: SlotUse): boolean {
  return use.nodes.some((node) => node.adapters[index]?.ports.some(({ peerId }) => peerId !== null) ?? false);
}

/** True when a port of that slot runs at 40 Gb/s or more in one of the nodes at least. */
export function hasFastPort({ use, index }: SlotUse): boolean {
  return use.nodes.some((node) =>
    node.adapters[index]?.ports.some(({ speedGbps }) => speedGbps !== null && speedGbps >= FAST_GBPS),
  );
}

/** A Gen3 or newer card that trains at Gen2 or less because of the slot, while a port of it runs at 40 Gb/s or more. */
export function isHeldBackByOldSlot(slot: SlotUse): boolean {
  const { part, slot: record } = slot.adapter;
  if (part === null || part.pcie.gen < 3 || record.gen > 2) return false;
  return hasFastPort(slot);
}
