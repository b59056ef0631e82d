import type { Plan } from '../types.ts';
import { perPlan } from './memo.ts';
import { buildFlowModel } from './model.ts';
import { solve, type Solution } from './solve.ts';
import type { FlowModel } from './types.ts';

/** The model of a plan as drawn, and what flows when all read. */
export interface FlowState {
  readonly model: FlowModel;
  readonly base: Solution;
}

export const flowState: (plan: Plan) => FlowState = perPlan((plan) => {
  const model = buildFlowModel(plan);
  return { model, base: solve(model, null) };
});
