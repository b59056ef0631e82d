import { sameData } from '../../lib/same-data.ts';
import { sameEach } from '../keep.ts';
import { lazy } from '../../lib/lazy.ts';
import { createCablingReader } from './cabling.ts';
import { readCut, type Cut } from './cut.ts';
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

/** The model of a plan with its solution. */
interface SolvedModel {
  readonly model: FlowModel;
  readonly solved: Solved;
  /** What holds the flow back. */
  readonly cut: Cut;
}

/** Reads the model off a plan and solves it. */
export type Solver = (plan: FlowInput) => SolvedModel;

/**
 * Makes a solver. Most edits (a name, an address, a length) leave the model as it was or equal to it, so the last one
 * is kept with its solution.
 */
export function createSolver(): Solver {
  const readCablings = createCablingReader();
  let last: (SolvedModel & { readonly plan: FlowInput }) | null = null;
  return (plan) => {
    const followed = last && followModel(last.model, last.plan, plan);
    if (last && followed) return (last = { ...last, plan, model: followed });
    const model = buildFlowModel(plan, AS_DRAWN, readCablings);
    const solved = last && sameNumbers(last.model, model) ? last.solved : solveFresh(model);
    last = { plan, model, solved, cut: readCut(model, solved.base, plan) };
    return last;
  };
}

function solveFresh(model: FlowModel): Solved {
  const base = solve(model, null);
  return { base, worst: lazy(() => findWorstFailure(model, base)) };
}

/**
 * True when all numbers that follow from two models are the same. Members and links are compared by their count alone:
 * who they are matters only for words.
 */
function sameNumbers(a: FlowModel, b: FlowModel): boolean {
  return (
    sameSizes(a, b) &&
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

/** The most likely differences, told soonest. */
function sameSizes(a: FlowModel, b: FlowModel): boolean {
  const trunk = (x: Trunk, y: Trunk) => x.links.length === y.links.length;
  const group = (x: FlowGroup, y: FlowGroup) => x.members.length === y.members.length;
  return sameEach(a.trunks, b.trunks, trunk) && sameEach(a.groups, b.groups, group);
}

function sameGroup(a: FlowGroup, b: FlowGroup): boolean {
  return a.supply === b.supply && a.demand === b.demand && sameData(a.adapters, b.adapters);
}

function sameTrunk(a: Trunk, b: Trunk): boolean {
  return (
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
