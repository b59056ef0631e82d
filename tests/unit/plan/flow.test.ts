import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import type { Design } from '../../../shared/model/index.ts';
import { computePlan, type Plan } from '../../../shared/plan/index.ts';
import { templates } from '../../../shared/templates/index.ts';
import { arbitraryDesign, arbitraryFabric } from '../../support/arbitrary-design.ts';
import { aDesign, type DesignBuilder } from '../../support/builders.ts';
import { plainFlow, rateWithout } from '../../support/plain-flow.ts';

function plan(builder: DesignBuilder): Plan {
  return computePlan(builder.build(), catalog);
}

/** 40 Gb/s RoCE v2 at MTU 9000 without a tag: 4096 of 4178 bytes. */
const LINE_40G = (40 * 4096) / 4178;
const CARD_40G = 'nvidia-mcx314a-bcct';

function nodes(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
}

describe('flow against the plain way', () => {
  function compare(design: Design): number {
    const computed = computePlan(design, catalog);
    const { rate, worst } = plainFlow(computed);
    expect(computed.flow.rateGbps).toBeCloseTo(rate, 4);
    expect(computed.flow.worstCase.rateGbps).toBeCloseTo(worst, 4);
    const { failed } = computed.flow.worstCase;
    if (failed !== null) expect(rateWithout(computed, new Set([failed]))).toBeCloseTo(worst, 4);
    return rate;
  }

  it('finds the same rate and the same worst single failure where storage moves', () => {
    let moving = 0;
    fc.assert(
      fc.property(arbitraryFabric(), (design) => {
        if (compare(design) > 0) moving += 1;
      }),
      { numRuns: 150 },
    );
    expect(moving).toBeGreaterThan(75);
  });

  it('finds the same in designs of all sorts', () => {
    fc.assert(
      fc.property(arbitraryDesign(), (design) => {
        compare(design);
      }),
      { numRuns: 100 },
    );
  });

  it.each(templates.map((template) => [template.id, template] as const))('agrees on %s', (_id, template) => {
    const computed = computePlan(template.build(), catalog);
    const { rate, worst } = plainFlow(computed);
    expect(computed.flow.rateGbps).toBeCloseTo(rate, 6);
    expect(computed.flow.worstCase.rateGbps).toBeCloseTo(worst, 6);
  });
});
