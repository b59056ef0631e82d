import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import {
  cablingOf,
  withRecords,
  withoutRecords,
  type Design,
  type Link,
} from '../../../shared/model/index.ts';
import { computeFreshOutcome, computeOutcome } from '../../../shared/outcome.ts';
import { templates } from '../../../shared/templates/index.ts';
import { arbitraryDesign, arbitraryFabric } from '../../support/arbitrary-design.ts';
import { largeDesign } from '../../support/large-design.ts';
import { Random } from '../../support/random-commands.ts';
import { randomEdit } from '../../support/random-edit.ts';

/** Everything but the design itself, which is the same object. */
function agree(design: Design): boolean {
  const [quick, fresh] = [computeOutcome(design, catalog), computeFreshOutcome(design, catalog)];
  expect(quick.findings.map(({ rule, status, message }) => [rule, status, message])).toEqual(
    fresh.findings.map(({ rule, status, message }) => [rule, status, message]),
  );
  return isDeepStrictEqual(quick, fresh);
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
          design = seed % 3 === 0 ? cableEdit(design, seed) : randomEdit(design, seed);
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

  it('takes in the records of a design opened again, although they say the same', () => {
    computeOutcome(largeDesign(20), catalog);
    const again = largeDesign(20);
    const { links, runs } = computeOutcome(again, catalog).plan;
    expect(links.every(({ id, record }) => again.links.get(id) === record)).toBe(true);
    expect(runs.flatMap((run) => run.links)).toEqual(links);
    expect(runs.flatMap((run) => run.links).every((link, i) => link === links[i])).toBe(true);
  });

  it('keeps every object that a rename says nothing new about', () => {
    const design = largeDesign(40);
    const before = computeOutcome(design, catalog);
    const named = must([...design.nodes.values()][7], 'a node');
    const after = computeOutcome(
      withRecords(design, 'nodes', [{ ...named, name: `${named.name}b` }]),
      catalog,
    );
    const own = new Set(before.plan.links.filter(({ a }) => a.ownerId === named.id).map(({ id }) => id));
    expect(own.size).toBe(4);
    expect(changed(before.plan.nodes, after.plan.nodes)).toEqual([named.id]);
    expect(changed(before.plan.links, after.plan.links)).toEqual([...own]);
    expect(after.plan.switches).toBe(before.plan.switches);
    expect(after.plan.runs.filter((run, i) => run !== before.plan.runs[i])).toHaveLength(4);
    expect(after.bom.cables.filter((row, i) => row !== before.bom.cables[i])).toHaveLength(4);
    const untouched = before.plan.adapters.filter(({ nodeId }) => nodeId !== named.id);
    for (const adapter of untouched) expect(after.plan.adapterById.get(adapter.id)).toBe(adapter);
  });

  it('keeps all but two devices, and every other cable under its new number, when a cable goes', () => {
    const design = largeDesign(40);
    const before = computeOutcome(design, catalog).plan;
    const gone = must(
      before.links.find(({ kind }) => kind === 'node-switch'),
      'a cable',
    );
    const at = before.links.indexOf(gone);
    const after = computeOutcome(withoutRecords(design, 'links', new Set([gone.id])), catalog).plan;
    expect(after.links).toHaveLength(before.links.length - 1);
    after.links.forEach((link, i) => expect(link).toBe(before.links[i < at ? i : i + 1]));
    after.runs.forEach((run, i) => expect(run).toBe(before.runs[i < at ? i : i + 1]));
    expect([...after.tags.values()]).toEqual([...before.tags.values()].slice(0, -1));
    expect(changed(before.nodes, after.nodes)).toEqual([gone.a.ownerId]);
    expect(changed(before.switches, after.switches)).toEqual([gone.b.ownerId]);
    const ports = [...before.portById.values()].filter((port) => after.portById.get(port.id) !== port);
    expect(ports.map(({ id }) => id)).toEqual([gone.a.portId, gone.b.portId]);
  });

  it('gives the very plan for a design in which things were only moved', () => {
    const design = largeDesign(40);
    const { plan } = computeOutcome(design, catalog);
    const moved = withRecords(design, 'placements', [
      { id: must([...design.nodes.keys()][0], 'id'), x: 1, y: 2 },
    ]);
    expect(computeOutcome(moved, catalog).plan).toBe(plan);
  });
});

/** Ids of what is another object in the second list; both lists have the same things in the same order. */
function changed<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): string[] {
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  return after.filter((item, i) => item !== before[i]).map(({ id }) => id);
}
