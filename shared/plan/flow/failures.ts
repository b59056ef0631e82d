import { must } from '../../lib/assert.ts';
import { countCandidates, listCandidates, type Candidate } from './candidates.ts';
import { EPSILON } from './max-flow.ts';
import { solve, type Solution } from './solve.ts';
import type { FlowModel } from './types.ts';
import type { Removal } from './variants.ts';

export interface WorstFailure {
  readonly rate: number;
  readonly removal: Removal;
}

/**
 * Up to this many candidates each is tried on its own. Beyond, those of the same colours are taken for equal,
 * which holds for every regular fabric.
 */
const TRY_EACH = 200;

/**
 * The least rate after the loss of one adapter, cable, switch, or node that gives. Taking a component out costs
 * no more than what flows through it, so candidates are tried in that order until none can be worse.
 * Null when there is nothing to lose.
 */
export function findWorstFailure(model: FlowModel, base: Solution): WorstFailure | null {
  const takers = base.graph.variants.filter(({ group }) => isTaker(model, { kind: 'node', group }));
  const many = countCandidates(model, base) - takers.length > TRY_EACH;
  const candidates = listCandidates(model, base, many).filter(({ removal }) => !isTaker(model, removal));
  const keyOf = createKey(many);
  const kept = new Map<string, Candidate>();
  candidates.forEach((candidate, i) => {
    const key = keyOf(candidate, i);
    if (!kept.has(key)) kept.set(key, candidate);
  });
  let worst: WorstFailure | null = null;
  // Of equal ones the first stays the first: what differs by rounding alone is equal.
  for (const candidate of [...kept.values()].sort((a, b) => rounded(a.floor) - rounded(b.floor))) {
    if (worst && candidate.floor >= worst.rate - EPSILON) break;
    const rate = rateAfter(model, candidate);
    if (!worst || rate < worst.rate - EPSILON) worst = { rate, removal: candidate.removal };
  }
  return worst;
}

function rounded(rate: number): number {
  return Math.round(rate * 1e9);
}

/** Without a node that only takes, less is asked for: no loss of what the cluster can give. */
function isTaker(model: FlowModel, removal: Removal): boolean {
  return removal.kind === 'node' && !must(model.groups[removal.group], 'group').supply;
}

/** The rate after each candidate, in their order; those that cannot be told apart are worked out once. */
export function rateEach(model: FlowModel, candidates: readonly Candidate[]): number[] {
  const keyOf = createKey(candidates.length > TRY_EACH);
  const known = new Map<string, number>();
  return candidates.map((candidate, i) => {
    const key = keyOf(candidate, i);
    const rate = known.get(key) ?? rateAfter(model, candidate);
    known.set(key, rate);
    return rate;
  });
}

/** Of many candidates those that have the same name are taken for equal. */
function createKey(many: boolean): (candidate: Candidate, index: number) => string {
  return many ? ({ likeness }) => likeness : (_, index) => String(index);
}

/** Most often floor and ceiling meet, and the rate is known without solving anything. */
function rateAfter(model: FlowModel, { removal, floor, ceiling }: Candidate): number {
  return ceiling - floor <= EPSILON ? floor : solve(model, removal).rate;
}
