import type { ReferenceKey } from './references.ts';

/** Numbers a formula uses, as a table. */
export interface ConstantTable {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** One step of the computation, as the app prints it. */
export interface FormulaPage {
  readonly id: string;
  readonly title: string;
  /** What it means and where it stops being true, one paragraph each. */
  readonly says: readonly string[];
  readonly formulas: readonly string[];
  readonly tables: readonly ConstantTable[];
  /** Where it is taken from; the first is what a line of numbers names. */
  readonly sources: readonly [ReferenceKey, ...ReferenceKey[]];
}

/** Typed identity for one page of the list. */
export function definePage<const Page extends FormulaPage>(page: Page): Page {
  return page;
}
