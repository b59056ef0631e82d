import type { PartId } from '../lib/ids.ts';

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
  readonly type: string;
  readonly medium: string;
  /** Needed length in metres. */
  readonly lengthM: number;
  /** Length bought; null when nothing fits. */
  readonly stockLengthM: number | null;
  readonly partNumber: string;
  readonly speedGbps: number | null;
  readonly a: CableRowEnd;
  readonly b: CableRowEnd;
  readonly vlans: string;
  readonly network: string;
  readonly labelA: string;
  readonly labelB: string;
  /** Why it cannot be built, else empty. */
  readonly problem: string;
}

export interface CableRowEnd {
  readonly device: string;
  readonly port: string;
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
