import { must } from '../../lib/assert.ts';
import type { Facts, SlotCabling, SlotUse } from '../facts.ts';

/** From this speed on a port needs a Gen3 slot to be filled. */
const FAST_GBPS = 40;

/** What cables do to a slot. */
export function cablingOf(slot: SlotUse, { cabling }: Facts): SlotCabling {
  return must(cabling.get(slot), 'cabling of a slot');
}

/** True when a port of that slot is cabled in one of the nodes at least. */
export function isCabled(slot: SlotUse, facts: Facts): boolean {
  return cablingOf(slot, facts).cabled;
}

/** True when a port of that slot runs at 40 Gb/s or more in one of the nodes at least. */
export function hasFastPort(slot: SlotUse, facts: Facts): boolean {
  return cablingOf(slot, facts).speedsGbps.some((speed) => speed >= FAST_GBPS);
}

/** A Gen3 or newer card that trains at Gen2 or less because of the slot, while a port of it runs at 40 Gb/s or more. */
export function isHeldBackByOldSlot(slot: SlotUse, facts: Facts): boolean {
  const { part, slot: record } = slot.adapter;
  if (part === null || part.pcie.gen < 3 || record.gen > 2) return false;
  return hasFastPort(slot, facts);
}
