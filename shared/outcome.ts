import { buildBom, type Bom } from './bom/index.ts';
import { withEmbedded, type Catalog } from './catalog/index.ts';
import type { Design } from './model/index.ts';
import { computePlan, type Plan } from './plan/index.ts';
import { runRules, type Finding } from './rules/index.ts';

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
  return { design, plan, findings: runRules({ design, plan }), bom: buildBom(plan) };
}
