import { lazy } from '../lib/lazy.ts';
import type { Plan, PlanAdapter, PlanNode, PlanSwitch } from '../plan/types.ts';
import { listAssumptions } from './assumptions.ts';
import { buildCableRows, type KeptRows } from './cable-rows.ts';
import { collectCables, collectHardware } from './lines.ts';
import { mergeLines } from './merge.ts';
import type { Bom, BomLine, CableRow } from './types.ts';

/** What was made of a plan. Plans are never changed, so what is made of the same parts of one is the same. */
interface Kept {
  readonly plan: Plan;
  readonly hardware: readonly BomLine[];
  readonly cables: readonly BomLine[];
  readonly bom: Bom;
}

let last: Kept | null = null;
let lastRows: KeptRows | null = null;

/** The purchase list and the cable schedule of a plan. Pure: the same plan gives the same list. */
export function buildBom(plan: Plan): Bom {
  if (last?.plan !== plan) last = listAll(plan, last, rowsOf);
  return last.bom;
}

/** The same with nothing kept from before. */
export function buildFreshBom(plan: Plan): Bom {
  return listAll(plan, null, (own) => buildCableRows(own, null)).bom;
}

/** The rows of a plan, with those of the last one asked for that say the same. */
function rowsOf(plan: Plan): readonly CableRow[] {
  if (lastRows?.plan !== plan) lastRows = { plan, rows: buildCableRows(plan, lastRows) };
  return lastRows.rows;
}

function listAll(plan: Plan, before: Kept | null, listRows: (plan: Plan) => readonly CableRow[]): Kept {
  const sameHardware = before !== null && hasSameHardware(before.plan, plan);
  const hardware = sameHardware
    ? before.hardware
    : mergeLines(collectHardware(plan), before?.hardware ?? [], 1);
  // Cables come behind the hardware, and no line of the one is equal to a line of the other.
  const first = hardware.length + 1;
  const sameCables = before?.plan.runs === plan.runs && before.hardware.length === hardware.length;
  const cables = sameCables ? before.cables : mergeLines(collectCables(plan), before?.cables ?? [], first);
  const lines = [...hardware, ...cables];
  const count = (status: BomLine['status']) => lines.filter((line) => line.status === status).length;
  const rows = lazy(() => listRows(plan));
  const bom: Bom = {
    lines,
    // Worked out when first asked for: what to buy is read far more often than from where to where it goes.
    get cables() {
      return rows();
    },
    counts: { resolved: count('resolved'), generic: count('generic'), incomplete: count('incomplete') },
    assumptions: listAssumptions(plan, lines),
  };
  return { plan, hardware, cables, bom };
}

/** True when the same devices are made of the same products. */
function hasSameHardware(before: Plan, now: Plan): boolean {
  if (before.nodes.length !== now.nodes.length || before.switches.length !== now.switches.length)
    return false;
  const samePart = (old: PlanAdapter, adapter: PlanAdapter | undefined) =>
    old.part === adapter?.part && old.slot.partId === adapter.slot.partId;
  const sameNode = (node: PlanNode, i: number) => {
    const old = before.nodes[i];
    return (
      old === node ||
      (old?.record.name === node.record.name &&
        old.server === node.server &&
        old.profile.serverId === node.profile.serverId &&
        old.adapters.length === node.adapters.length &&
        old.adapters.every((adapter, at) => samePart(adapter, node.adapters[at])))
    );
  };
  const sameSwitch = (item: PlanSwitch, i: number) => {
    const old = before.switches[i];
    return (
      old === item ||
      (old?.part === item.part &&
        old.record.name === item.record.name &&
        old.record.partId === item.record.partId)
    );
  };
  return now.nodes.every(sameNode) && now.switches.every(sameSwitch);
}

export { endLabel } from './cable-rows.ts';
export {
  BOM_SECTIONS,
  type Bom,
  type BomLine,
  type BomSection,
  type CableRow,
  type CableRowEnd,
} from './types.ts';
