import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { withoutRecords, withRecords, type Design, type Link } from '../../../shared/model/index.ts';
import { computeFreshPlan, computePlan } from '../../../shared/plan/index.ts';
import { createCablingReader } from '../../../shared/plan/flow/cabling.ts';
import { buildFlowModel } from '../../../shared/plan/flow/model.ts';
import { AS_DRAWN } from '../../../shared/plan/flow/types.ts';
import { arbitraryFabric } from '../../support/arbitrary-design.ts';
import { Random } from '../../support/random-commands.ts';

/** A cable unplugged or plugged in again, a lane made a cable of its own or a lane again, a cluster of another kind. */
function edit(design: Design, start: Design, seed: number): Design {
  const random = new Random(seed);
  const link: Link | null = random.maybe(start.links.values());
  if (link && random.chance(2)) {
    const there = design.links.get(link.id);
    if (!there) return withRecords(design, 'links', [link]);
    if (random.chance(2)) return withoutRecords(design, 'links', new Set([link.id]));
    return withRecords(design, 'links', [{ ...link, breakout: there.breakout ? null : link.breakout }]);
  }
  const cluster = random.maybe(design.clusters.values());
  const kind = random.one(['file-server', 'hyper-v', 'hyper-converged'] as const);
  return cluster ? withRecords(design, 'clusters', [{ ...cluster, kind }]) : design;
}

describe('the flow after an edit', () => {
  it('is that of the plan from the ground', () => {
    let moving = 0;
    const readKept = createCablingReader();
    fc.assert(
      fc.property(arbitraryFabric(), fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (start, seeds) => {
        let design = start;
        for (const seed of seeds) {
          design = edit(design, start, seed);
          const plan = computePlan(design, catalog);
          const { flow } = plan;
          // Not all that the model says shows in the flow of every design.
          expect(isDeepStrictEqual(buildFlowModel(plan, AS_DRAWN, readKept), buildFlowModel(plan))).toBe(
            true,
          );
          expect(flow).toEqual(computeFreshPlan(design, catalog).flow);
          if (flow.rateGbps > 0) moving += 1;
        }
      }),
      { numRuns: 40 },
    );
    expect(moving).toBeGreaterThan(80);
  });
});
