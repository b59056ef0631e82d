import { sameData } from '../../lib/same-data.ts';
import { sameEach } from '../keep.ts';
import { createCablingReader } from './cabling.ts';
import { findWorstFailure, type WorstFailure } from './failures.ts';
import { solve, type Solution } from './solve.ts';
import { followModel } from './follow.ts';
import { buildFlowModel } from './model.ts';
import { AS_DRAWN, type FlowGroup, type FlowInput, type FlowModel, type Loss, type Trunk } from './types.ts';

/** The rate of a model and the worst single failure, both by places in the model. */
export interface Solved {
  readonly base: Solution;
  /** Looked for when it is first asked for. */
  readonly worst: () => WorstFailure | null;
}

/** Reads the model off a plan and solves it. */
export type Solver = (plan: FlowInput) => { readonly model: FlowModel; readonly solved: Solved };

/**
 * Makes a solver. Most edits (a name, an address, a length) leave the model as it was or equal to it, so the last one
 * is kept with its solution.
 */
export function createSolver(): Solver {
  const readCablings = createCablingReader();
  let read: { readonly plan: FlowInput; readonly model: FlowModel } | null = null;
  let last: { readonly model: FlowModel; readonly solved: Solved } | null = null;
  return (plan) => {
    const followed = read && followModel(read.model, read.plan, plan);
    const model = followed ?? buildFlowModel(plan, AS_DRAWN, readCablings);
    read = { plan, model };
    if (followed && last) return { model, solved: last.solved };
    const solved = last && sameNumbers(last.model, model) ? last.solved : solveFresh(model);
    last = { model, solved };
    return { model, solved };
  };
}

function solveFresh(model: FlowModel): Solved {
  const base = solve(model, null);
  let found: { readonly worst: WorstFailure | null } | null = null;
  return { base, worst: () => (found ??= { worst: findWorstFailure(model, base) }).worst };
}

/**
 * True when all numbers that follow from two models are the same. Members and links are compared by their count alone:
 * who they are matters only for words.
 */
function sameNumbers(a: FlowModel, b: FlowModel): boolean {
  return (
    sameEach(a.groups, b.groups, sameGroup) &&
    sameData(a.fabrics, b.fabrics) &&
    sameEach(a.trunks, b.trunks, sameTrunk) &&
    sameEach(
      a.breakouts,
      b.breakouts,
      (x, y) => sameEach(x.losses, y.losses, sameLoss) && sameData([...x.trunks], [...y.trunks]),
    )
  );
}

function sameGroup(a: FlowGroup, b: FlowGroup): boolean {
  return (
    a.supply === b.supply &&
    a.demand === b.demand &&
    a.members.length === b.members.length &&
    sameData(a.adapters, b.adapters)
  );
}

function sameTrunk(a: Trunk, b: Trunk): boolean {
  return (
    a.links.length === b.links.length &&
    a.capacity === b.capacity &&
    countLanes(a) === countLanes(b) &&
    sameData(a.switches, b.switches) &&
    sameData(a.pairs, b.pairs)
  );
}

function countLanes({ links }: Trunk): number {
  return links.filter(({ breakout }) => breakout !== null).length;
}

function sameLoss(a: Loss, b: Loss): boolean {
  return a.group === b.group && a.members.length === b.members.length && sameData(a.ports, b.ports);
}
