import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SubjectId } from '../../../shared/lib/ids.ts';
import { withoutRecords, type Design } from '../../../shared/model/index.ts';
import {
  computePlan,
  failuresOf,
  remainingWithout,
  type Failure,
  type Plan,
} from '../../../shared/plan/index.ts';
import { leastCut } from '../../support/cut-enumeration.ts';
import { plainCutOff, rateWithout } from '../../support/plain-flow.ts';
import { greatestProgram } from '../../support/simplex.ts';
import { arbitrarySmall, drawSmall, smallCatalog } from '../../support/small-design.ts';

/**
 * Every cut of the graph. Where networks share a capacity it lies between the cuts of even parts and those with the
 * whole for each; where these differ, which is seldom, every corner of a linear program is looked at.
 */
function oracle(plan: Plan): number {
  return rateWithout(plan, new Set(), (graph) => {
    const ways = new Map(
      graph.bundles.flatMap(({ edges }) => edges.map((edge) => [edge, edges.length] as const)),
    );
    const most = leastCut(graph.edges);
    if (ways.size === 0) return most;
    const least = leastCut(
      graph.edges.map((edge) => ({ ...edge, capacity: edge.capacity / (ways.get(edge) ?? 1) })),
    );
    return most - least < 1e-6 ? most : greatestProgram(graph);
  });
}

describe('random small designs', () => {
  // Four times five hundred: a test of all would take longer than a test may.
  it.each([1, 2, 3, 4])('500 of 2,000 (part %i): every cut, and every single failure', (part) => {
    const seen = { moving: 0, trunks: 0, weak: 0, losing: 0, cutting: 0 };
    const seed = (fc.readConfigureGlobal().seed ?? 0) + part;
    fc.assert(
      fc.property(arbitrarySmall(), (shape) => {
        const plan = computePlan(drawSmall(shape), smallCatalog);
        expect(plan.flow.rateGbps).toBeCloseTo(oracle(plan), 4);
        if (plan.flow.rateGbps > 0) {
          seen.moving += 1;
          if (shape.trunks > 0) seen.trunks += 1;
          if (shape.weak) seen.weak += 1;
        }
        failuresOf(plan).forEach((failure, i) => {
          if (failure.lostGbps > 0) seen.losing += 1;
          if (failure.cutOff.length > 0) seen.cutting += 1;
          expect(failure.rateGbps).toBeCloseTo(rateWithout(plan, new Set(failure.ids)), 4);
          // What else is asked goes the same way for all: the worst is enough.
          if (i === 0) compareRest(plan, failure);
        });
      }),
      { numRuns: 500, seed },
    );
    expect(seen.moving).toBeGreaterThan(250);
    expect(seen.trunks).toBeGreaterThan(75);
    expect(seen.weak).toBeGreaterThan(50);
    expect(seen.losing).toBeGreaterThan(1250);
    expect(seen.cutting).toBeGreaterThan(250);
  });

  it('lose the same when the design is drawn without it', () => {
    fc.assert(
      fc.property(arbitrarySmall(), (shape) => {
        const design = drawSmall(shape);
        const plan = computePlan(design, smallCatalog);
        for (const failure of failuresOf(plan)) {
          const rest = computePlan(drawnWithout(design, failure), smallCatalog);
          expect(rest.flow.rateGbps).toBeCloseTo(failure.rateGbps, 4);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** Who is cut off, and what is left when the same is asked of any set of components. */
function compareRest(plan: Plan, { ids, cutOff, rateGbps }: Failure): void {
  const lost = new Set(ids);
  const before = plainCutOff(plan, new Set());
  const alone = [...plainCutOff(plan, lost)].filter((id) => !before.has(id)).sort();
  expect([...cutOff].sort()).toEqual(alone);
  const left = remainingWithout(plan, lost);
  expect(left.rateGbps).toBeCloseTo(rateGbps, 4);
  expect([...left.cutOff].sort()).toEqual(alone);
  expect([...left.servers.values()].reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(rateGbps, 3);
}

/** The design without a component and the cables that end there; an adapter stays, for other nodes have the same. */
function drawnWithout(design: Design, { kind, ids }: Failure): Design {
  const lost = new Set<SubjectId>(ids);
  const ends = [...design.links.values()].filter(({ id, a, b }) =>
    [
      id,
      ...[a, b].flatMap((end) =>
        end.kind === 'switch' ? [end.switchId] : [end.nodeId, `${end.nodeId}/${end.slot}`],
      ),
    ].some((part) => lost.has(part)),
  );
  const cut = withoutRecords(design, 'links', new Set(ends.map(({ id }) => id)));
  if (kind === 'node') return withoutRecords(cut, 'nodes', lost);
  return kind === 'switch' ? withoutRecords(cut, 'switches', lost) : cut;
}
