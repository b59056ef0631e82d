import type { PartId } from '../lib/ids.ts';
import type { CableRun } from '../plan/types.ts';

export const BOM_SECTIONS = [
  'Servers',
  'Adapters',
  'Switches',
  'Transceivers',
  'Cables',
  'Accessories',
  'Licences',
] as const;
export type BomSection = (typeof BOM_SECTIONS)[number];

/** One line of the purchase list. */
export interface BomLine {
  /** 1, 2, 3 ... over the whole list. */
  readonly line: number;
  readonly section: BomSection;
  readonly partId: PartId | null;
  readonly manufacturer: string;
  readonly partNumber: string;
  readonly description: string;
  readonly quantity: number;
  readonly unit: 'pcs';
  /** resolved: a product with a part number; generic: only the class is known; incomplete: something must be decided. */
  readonly status: 'resolved' | 'generic' | 'incomplete';
  /** Names of what uses it, natural order. */
  readonly usedBy: readonly string[];
  /** The same as ranges: `HV01-HV06, FS01`. */
  readonly designators: string;
  /** Why it is not resolved, and what to settle before ordering. */
  readonly note: string;
}

/**
 * One cable of the schedule: columns of FORMATS 1.4 that this version knows. What thousands of cables have in common
 * they share.
 */
export interface CableRow {
  readonly tag: string;
  /** Its links (lanes in the order of `b`), the length that is needed and why, and the speed. */
  readonly run: CableRun;
  readonly product: CableProduct;
  /** Of a breakout cable the port that is split. */
  readonly a: CableRowEnd;
  /** One end, or the lanes in use of a breakout cable by number. */
  readonly b: readonly CableRowEnd[];
  readonly carries: { readonly vlans: string; readonly network: string };
  /** Why it cannot be built, else empty. */
  readonly problem: string;
}

/** What is bought for a cable, in words. */
export interface CableProduct {
  readonly type: string;
  readonly medium: string;
  /** Length bought, metres; null when nothing fits. */
  readonly stockLengthM: number | null;
  readonly partNumber: string;
}

export interface CableRowEnd {
  readonly device: string;
  readonly port: string;
  /** From 1; null where the cable has one plug on this side. */
  readonly lane: number | null;
  readonly plug: CablePlug;
  /** What is at the other end; of a split port all of its lanes. */
  readonly far: string;
}

/** What goes into the cage at one end. */
export interface CablePlug {
  readonly connector: string;
  /** Part number of the transceiver; empty for a fixed plug. */
  readonly module: string;
}

export interface Bom {
  readonly lines: readonly BomLine[];
  readonly cables: readonly CableRow[];
  readonly counts: { readonly resolved: number; readonly generic: number; readonly incomplete: number };
  /** What the list takes for granted, one sentence each. */
  readonly assumptions: readonly string[];
}
