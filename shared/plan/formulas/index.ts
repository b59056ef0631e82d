import { clusterPages } from './cluster-pages.ts';
import { pciePages } from './pcie-pages.ts';
import { portPages } from './port-pages.ts';
import { REFERENCES, type Reference } from './references.ts';
import type { FormulaPage } from './types.ts';

const pages = [...pciePages, ...portPages, ...clusterPages] as const;
export type FormulaId = (typeof pages)[number]['id'];

/**
 * Every formula of the plan with its constants and sources, in the order of the computation: from slot to cable length.
 * The one list that the app prints and that a line of numbers points into; its constants are those of the code.
 */
export const FORMULAS: readonly (FormulaPage & { readonly id: FormulaId })[] = pages;

/** What one formula is taken from, the main source first. */
export function sourcesOf(id: FormulaId): readonly Reference[] {
  const page = FORMULAS.find((entry) => entry.id === id);
  return (page?.sources ?? []).map((key) => REFERENCES[key]);
}

export type { Reference } from './references.ts';
export type { ConstantTable, FormulaPage } from './types.ts';
