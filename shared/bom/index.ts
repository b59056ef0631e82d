import type { Plan } from '../plan/types.ts';
import { listAssumptions } from './assumptions.ts';
import { buildCableRows } from './cable-rows.ts';
import { collectCables, collectHardware } from './lines.ts';
import { mergeLines, type MergedLine } from './merge.ts';
import type { Bom, BomLine } from './types.ts';

/** What was made of a plan. Plans are never changed, so what is made of the same parts of one is the same. */
interface Kept {
  readonly plan: Plan;
  readonly hardware: readonly MergedLine[];
  readonly cables: readonly MergedLine[];
  readonly bom: Bom;
}

let last: Kept | null = null;

/** The purchase list and the cable schedule of a plan. Pure: the same plan gives the same list. */
export function buildBom(plan: Plan): Bom {
  if (last?.plan !== plan) last = listAll(plan, last);
  return last.bom;
}

/** The same with nothing kept from before. */
export function buildFreshBom(plan: Plan): Bom {
  return listAll(plan, null).bom;
}

function listAll(plan: Plan, before: Kept | null): Kept {
  const sameHardware = before?.plan.nodes === plan.nodes && before.plan.switches === plan.switches;
  const hardware = sameHardware ? before.hardware : mergeLines(collectHardware(plan), before?.hardware ?? []);
  const cables =
    before?.plan.runs === plan.runs ? before.cables : mergeLines(collectCables(plan), before?.cables ?? []);
  // Cables come behind the hardware, and no line of the one is equal to a line of the other.
  const lines = [
    ...hardware.map(({ line }) => line),
    ...cables.map(({ line }) => ({ ...line, line: hardware.length + line.line })),
  ];
  const count = (status: BomLine['status']) => lines.filter((line) => line.status === status).length;
  const bom: Bom = {
    lines,
    cables: buildCableRows(plan, before && { plan: before.plan, rows: before.bom.cables }),
    counts: { resolved: count('resolved'), generic: count('generic'), incomplete: count('incomplete') },
    assumptions: listAssumptions(plan, lines),
  };
  return { plan, hardware, cables, bom };
}

export {
  BOM_SECTIONS,
  type Bom,
  type BomLine,
  type BomSection,
  type CableRow,
  type CableRowEnd,
} from './types.ts';
