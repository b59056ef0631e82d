import type { Plan } from '../plan/types.ts';
import { assumptions } from './assumptions.ts';
import { cableRows } from './cable-rows.ts';
import { rawLines } from './lines.ts';
import { mergeLines } from './merge.ts';
import type { Bom } from './types.ts';

export { describeProblem } from './lines.ts';

export {
  BOM_SECTIONS,
  type Bom,
  type BomLine,
  type BomSection,
  type CableRow,
  type CableRowEnd,
} from './types.ts';

/** The purchase list and the cable schedule of a plan. Every quantity is counted from the plan, none is typed. */
export function buildBom(plan: Plan): Bom {
  const lines = mergeLines(rawLines(plan));
  const count = (status: string) => lines.filter((line) => line.status === status).length;
  return {
    lines,
    cables: cableRows(plan),
    counts: { resolved: count('resolved'), generic: count('generic'), incomplete: count('incomplete') },
    assumptions: assumptions(plan),
  };
}
