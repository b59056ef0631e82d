import type { Plan } from '../types.ts';

/** Answers of a plan that do not depend on anything else, worked out when first asked for. */
export function perPlan<Answer>(compute: (plan: Plan) => Answer): (plan: Plan) => Answer {
  const known = new WeakMap<Plan, { readonly answer: Answer }>();
  return (plan) => {
    let entry = known.get(plan);
    if (!entry) known.set(plan, (entry = { answer: compute(plan) }));
    return entry.answer;
  };
}
