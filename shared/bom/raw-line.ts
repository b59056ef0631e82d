import type { BomLine, BomSection } from './types.ts';

/** One piece needed by one user, before equal pieces are counted together. */
export interface RawLine {
  readonly section: BomSection;
  readonly partId: BomLine['partId'];
  readonly manufacturer: string;
  readonly partNumber: string;
  readonly description: string;
  readonly status: BomLine['status'];
  readonly note: string;
  readonly quantity: number;
  /** Name of what uses it. */
  readonly usedBy: string;
}
