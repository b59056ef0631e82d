import { findWorstFailure, type WorstFailure } from './failures.ts';
import { solve, type Solution } from './solve.ts';
import type { FlowModel } from './types.ts';

/** The rate of a model and the worst single failure, both by places in the model. */
export interface Solved {
  readonly base: Solution;
  /** Looked for when it is first asked for. */
  readonly worst: () => WorstFailure | null;
}

/**
 * Makes the function that solves a model. Most edits (a name, an address, a length) leave the model equal to the one
 * before, so the last solution is kept with the text of all that it follows from.
 */
export function createSolver(): (model: FlowModel) => Solved {
  let last: { readonly key: string; readonly solved: Solved } | null = null;
  return (model) => {
    const key = keyOf(model);
    if (last?.key !== key) last = { key, solved: solveFresh(model) };
    return last.solved;
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
