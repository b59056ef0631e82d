import { findWorstFailure, type WorstFailure } from './failures.ts';
import { solve, type Solution } from './solve.ts';
import { followModel } from './follow.ts';
import { buildFlowModel } from './model.ts';
import type { FlowInput, FlowModel } from './types.ts';

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
 * is kept, and its solution with the text of all that it follows from.
 */
export function createSolver(): Solver {
  let read: { readonly plan: FlowInput; readonly model: FlowModel } | null = null;
  let last: { readonly key: string; readonly solved: Solved } | null = null;
  return (plan) => {
    const followed = read && followModel(read.model, read.plan, plan);
    const model = followed ?? buildFlowModel(plan);
    read = { plan, model };
    if (followed && last) return { model, solved: last.solved };
    const key = keyOf(model);
    if (last?.key !== key) last = { key, solved: solveFresh(model) };
    return { model, solved: last.solved };
  };
}

function solveFresh(model: FlowModel): Solved {
  const base = solve(model, null);
  let found: { readonly worst: WorstFailure | null } | null = null;
  return { base, worst: () => (found ??= { worst: findWorstFailure(model, base) }).worst };
}

/**
 * Everything of a model that numbers follow from, as text. Members and links are there by their count alone: who they
 * are matters only for words.
 */
function keyOf({ groups, fabrics, trunks, breakouts }: FlowModel): string {
  return JSON.stringify([
    groups.map(({ supply, demand, members, adapters }) => [supply, demand, members.length, adapters]),
    fabrics.map(({ switchId, forward }) => [switchId, forward]),
    trunks.map(({ links, switches, pairs, capacity }) => {
      const lanes = links.filter(({ breakout }) => breakout !== null).length;
      return [links.length, lanes, switches, pairs, capacity];
    }),
    breakouts.map(({ losses, trunks: cut }) => [
      losses.map(({ group, members, ports }) => [group, members.length, ports]),
      [...cut],
    ]),
  ]);
}
