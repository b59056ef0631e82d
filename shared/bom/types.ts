import type { LinkId, PartId } from '../lib/ids.ts';
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

/** One cable of the schedule: columns of FORMATS 1.4 that this version knows. */
export interface CableRow {
  readonly tag: string;
  /** The link it is, or its lanes in the order of `b`. */
  readonly linkIds: readonly LinkId[];
  readonly type: string;
  readonly medium: string;
  /** Needed length in metres. */
  readonly lengthM: number;
  readonly lengthFrom: CableRun['lengthFrom'];
  /** Length bought; null when nothing fits. */
  readonly stockLengthM: number | null;
  readonly partNumber: string;
  /** Of a breakout cable that of one lane. */
  readonly speedGbps: number | null;
  /** Of a breakout cable the port that is split. */
  readonly a: CableRowEnd;
  /** One end, or the lanes in use of a breakout cable by number. */
  readonly b: readonly CableRowEnd[];
  readonly vlans: string;
  readonly network: string;
  /** Why it cannot be built, else empty. */
  readonly problem: string;
}

export interface CableRowEnd {
  readonly device: string;
  readonly port: string;
  /** From 1; null where the cable has one plug on this side. */
  readonly lane: number | null;
  readonly connector: string;
  /** Part number of the transceiver; empty for a fixed plug. */
  readonly module: string;
  /** What to print on this end: its own port first. */
  readonly label: string;
}

export interface Bom {
  readonly lines: readonly BomLine[];
  readonly cables: readonly CableRow[];
  readonly counts: { readonly resolved: number; readonly generic: number; readonly incomplete: number };
  /** What the list takes for granted, one sentence each. */
  readonly assumptions: readonly string[];
}
