import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { applyCommand, commands } from '../../../shared/commands/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { cablingOf, withRecords, type Design, type Link } from '../../../shared/model/index.ts';
import { computeFreshOutcome, computeOutcome } from '../../../shared/outcome.ts';
import { templates } from '../../../shared/templates/index.ts';
import { arbitraryDesign, arbitraryFabric } from '../../support/arbitrary-design.ts';
import { RANDOM_PAYLOADS, Random } from '../../support/random-commands.ts';

/** Everything but the design itself, which is the same object. */
function agree(design: Design): boolean {
  const [quick, fresh] = [computeOutcome(design, catalog), computeFreshOutcome(design, catalog)];
  expect(quick.findings.map(({ rule, status, message }) => [rule, status, message])).toEqual(
    fresh.findings.map(({ rule, status, message }) => [rule, status, message]),
  );
  return isDeepStrictEqual(quick, fresh);
}

/** One random edit; the design itself when the command has nothing to do or refuses. */
function anyEdit(design: Design, seed: number): Design {
  const random = new Random(seed);
  const { id } = random.one(commands);
  let count = 0;
  const newId = (prefix: string) => `${prefix}-t${seed}-${(count += 1)}`;
  const make = RANDOM_PAYLOADS[id] as (...of: readonly unknown[]) => unknown;
  const payload = make(design, random, newId);
  const result = payload === null ? null : applyCommand(design, id, payload as never, { newId });
  return result?.ok ? result.value.design : design;
}

/** An edit of what cables are bought by: of one cable, or of the rules for lengths. */
function cableEdit(design: Design, seed: number): Design {
  const random = new Random(seed);
  const link = random.maybe(design.links.values());
  if (link === null || random.chance(4)) {
    return withRecords(design, 'cabling', [{ ...cablingOf(design), noRackM: 1 + random.int(8) }]);
  }
  const medium: Link['medium'] = random.one(['auto', 'auto', 'dac', 'aoc', 'multimode']);
  const lengthM = random.chance(5) ? null : 0.5 + random.int(40);
  const lanes = [...design.links.values()].filter(
    ({ id, breakout }) => id === link.id || (breakout !== null && breakout.id === link.breakout?.id),
  );
  return withRecords(
    design,
    'links',
    lanes.map((record) => ({ ...record, lengthM, medium })),
  );
}

describe('the quick way to an outcome', () => {
  it('equals the outcome from the ground after any sequence of commands', () => {
    const steps = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(templates.length - 1), steps, (which, seeds) => {
        let design = must(templates[which], 'a template').build();
        for (const seed of seeds) {
          design = seed % 3 === 0 ? cableEdit(design, seed) : anyEdit(design, seed);
          expect(agree(design)).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('equals it when only cables change, and then leaves nodes, switches and rates as they are', () => {
    let kept = 0;
    fc.assert(
      fc.property(
        fc.oneof(arbitraryDesign(), arbitraryFabric()),
        fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
        (start, seeds) => {
          let design = start;
          let before = computeOutcome(design, catalog).plan;
          for (const seed of seeds) {
            design = cableEdit(design, seed);
            expect(agree(design)).toBe(true);
            const { plan } = computeOutcome(design, catalog);
            expect(plan.nodes).toBe(before.nodes);
            expect(plan.flow).toBe(before.flow);
            if (plan.runs !== before.runs) kept += 1;
            before = plan;
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(kept).toBeGreaterThan(50);
  });

  it('goes back and forth between two designs', () => {
    const [one, other] = [must(templates[0], 'a template').build(), must(templates[1], 'a template').build()];
    for (const design of [one, other, one, other]) expect(agree(design)).toBe(true);
  });
});
