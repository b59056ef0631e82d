import type { Plan } from '../plan/types.ts';
import { listAssumptions } from './assumptions.ts';
import { buildCableRows } from './cable-rows.ts';
import { collectLines } from './lines.ts';
import { mergeLines } from './merge.ts';
import type { Bom, BomLine } from './types.ts';

/** A plan is never changed, so it has one list; most edits leave the plan alone. */
let last: { readonly plan: Plan; readonly bom: Bom } | null = null;

/** The purchase list and the cable schedule of a plan. Pure: the same plan gives the same list. */
export function buildBom(plan: Plan): Bom {
  if (last?.plan !== plan) last = { plan, bom: buildFreshBom(plan) };
  return last.bom;
}

/** The same with nothing kept from before. */
export function buildFreshBom(plan: Plan): Bom {
  const lines = mergeLines(collectLines(plan));
  const count = (status: BomLine['status']) => lines.filter((line) => line.status === status).length;
  return {
    lines,
    cables: buildCableRows(plan),
    counts: { resolved: count('resolved'), generic: count('generic'), incomplete: count('incomplete') },
    assumptions: listAssumptions(plan, lines),
  };
}

export {
  BOM_SECTIONS,
  type Bom,
  type BomLine,
  type BomSection,
  type CableRow,
  type CableRowEnd,
} from './types.ts';
