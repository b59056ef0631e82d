import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { withRecords, type Design } from '../../../shared/model/index.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { badgesOf } from '../../../shared/rules/index.ts';
import { buildScene, type Scene } from '../../../shared/scene/index.ts';
import { templates } from '../../../shared/templates/index.ts';
import { largeDesign } from '../../support/large-design.ts';
import { randomEdit } from '../../support/random-edit.ts';

function sceneOf(design: Design, before: Scene | null): Scene {
  const { plan, findings } = computeOutcome(design, catalog);
  return buildScene({ design, plan, badges: badgesOf(findings), before });
}

describe('a scene that follows on another', () => {
  it('is the scene from the ground after any sequence of commands', () => {
    const steps = fc.array(fc.nat(), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(fc.nat(templates.length - 1), steps, (which, seeds) => {
        let design = must(templates[which], 'a template').build();
        let scene = sceneOf(design, null);
        for (const seed of seeds) {
          design = randomEdit(design, seed);
          scene = sceneOf(design, scene);
          expect(isDeepStrictEqual(scene, sceneOf(design, null))).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('draws nothing anew but a renamed node, its cables and the panels they lead to', () => {
    const design = largeDesign(40);
    const before = sceneOf(design, null);
    const node = must([...design.nodes.values()][0], 'a node');
    const after = sceneOf(withRecords(design, 'nodes', [{ ...node, name: `${node.name}a` }]), before);
    const kept = new Set<unknown>([
      ...before.nodes,
      ...before.switches,
      ...before.cables,
      ...before.clusters,
    ]);
    expect(after.nodes.filter((item) => !kept.has(item)).map(({ id }) => id)).toEqual([node.id]);
    expect(after.cables.filter((item) => !kept.has(item))).toHaveLength(4);
    expect(after.switches.filter((item) => !kept.has(item))).toHaveLength(2);
    expect(after.clusters.every((item) => kept.has(item))).toBe(true);
    expect(after.legend).toBe(before.legend);
  });
});
