import { buildBom, buildFreshBom, type Bom } from './bom/index.ts';
import { withEmbedded, type Catalog } from './catalog/index.ts';
import type { Design } from './model/index.ts';
import { computeFreshPlan, computePlan, type Plan } from './plan/index.ts';
import { runFreshRules, runRules, type Finding } from './rules/index.ts';

/** Everything computed from a design; never saved. */
export interface Outcome {
  readonly design: Design;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
  readonly bom: Bom;
}

/** The one door to plan, findings and purchase list. Pure: the same design and catalog give the same outcome. */
export function computeOutcome(design: Design, catalog: Catalog): Outcome {
  const plan = computePlan(design, withEmbedded(catalog, design.parts));
  return outcomeOf(design, plan, runRules({ design, plan }));
}

/** The same outcome with a design that differs only in what nothing is computed from. */
export function withDesign({ plan, findings }: Outcome, design: Design): Outcome {
  return outcomeOf(design, plan, findings);
}

function outcomeOf(design: Design, plan: Plan, findings: readonly Finding[]): Outcome {
  return {
    design,
    plan,
    findings,
    // Worked out when first asked for, and kept with the plan: a file is drawn before anybody reads what to buy.
    get bom() {
      return buildBom(plan);
    },
  };
}

/** The same worked out from the ground, with nothing kept from before: what the quick way must equal. */
export function computeFreshOutcome(design: Design, catalog: Catalog): Outcome {
  const plan = computeFreshPlan(design, withEmbedded(catalog, design.parts));
  return { design, plan, findings: runFreshRules({ design, plan }), bom: buildFreshBom(plan) };
}
