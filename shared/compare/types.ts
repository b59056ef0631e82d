import type { BomLine } from '../bom/index.ts';

/** Two designs differ in one of three ways at any place. */
export type ChangeKind = 'added' | 'removed' | 'changed';

/** One product of the purchase lists. */
export interface PartChange {
  readonly kind: ChangeKind | 'same';
  readonly section: BomLine['section'];
  readonly manufacturer: string;
  readonly partNumber: string;
  readonly description: string;
  readonly before: number;
  readonly after: number;
}

/** One cable, or one lane of a breakout cable. */
export interface CableChange {
  readonly kind: ChangeKind | 'same';
  /** Link ids in either design; null where it is not there. */
  readonly ids: { readonly before: string | null; readonly after: string | null };
  /** Cable numbers of either schedule; empty where it is not there. They count through and are no difference by themselves. */
  readonly tags: { readonly before: string; readonly after: string };
  /** From where to where in either design; empty where it is not there. */
  readonly routes: { readonly before: string; readonly after: string };
  /** What is different, in words; what was added or removed for the other kinds. */
  readonly what: readonly FieldChange[];
}

/** One value that is different. A side on which there is nothing is empty. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface SettingChange extends FieldChange {
  readonly kind: ChangeKind;
  readonly area: string;
  /** Name of the record in either design; empty where it is not there. */
  readonly subjects: { readonly before: string; readonly after: string };
  readonly ids: { readonly before: string | null; readonly after: string | null };
}

/** A key figure; null where it is not known. */
export interface FigureChange {
  readonly label: string;
  readonly unit: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** How two designs differ. Lists are in a fixed order. */
export interface Comparison {
  /** All products of both lists, the equal ones too. */
  readonly parts: readonly PartChange[];
  /** All cables of both designs, the equal ones too. */
  readonly cables: readonly CableChange[];
  readonly settings: readonly SettingChange[];
  readonly figures: readonly FigureChange[];
}
