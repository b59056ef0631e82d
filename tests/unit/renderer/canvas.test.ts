import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { applyCommand } from '../../../shared/commands/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { buildScene, type Mark } from '../../../shared/scene/index.ts';
import { templateById, templates } from '../../../shared/templates/index.ts';
import { detailFor, isShown } from '../../../src-renderer/canvas/detail.ts';
import { movableOf, movesFor, withMoves } from '../../../src-renderer/canvas/moves.ts';
import { partOfPlan, withPart } from '../../../src-renderer/canvas/part-scene.ts';
import { itemsOfSubject, litBy } from '../../../src-renderer/canvas/subject-items.ts';

const badges = new Map<string, 'fail' | 'warn' | 'info'>();
const design = must(templateById('eight-node-dual-10g'), 'the template exists').build();
const plan = computePlan(design, catalog);
const scene = buildScene({ design, plan, badges });
const at = (from: typeof scene, id: string) => {
  const { x, y } = must(
    [...from.nodes, ...from.switches].find((item) => item.id === id),
    id,
  ).box;
  return { x, y };
};
const firstNode = must(scene.nodes[0], 'there are nodes').id;

describe('a move', () => {
  it('puts the item where the pointer says and nothing else anywhere, whichever items go one after the other', () => {
    let current = design;
    let shown = scene;
    for (const { id } of scene.nodes.slice(0, 5)) {
      const before = shown;
      const moves = movesFor(new Set([id]), 60, 28, current, shown);
      const result = applyCommand(current, 'move-items', moves, { newId: () => 'unused' });
      if (!result.ok) throw new Error(result.error);
      expect(result.value.label).toBe('Move an item');
      current = result.value.design;
      shown = buildScene({ design: current, plan, badges });
      for (const other of [...scene.nodes, ...scene.switches]) {
        const was = at(before, other.id);
        const expected = other.id === id ? { x: was.x + 60, y: was.y + 28 } : was;
        expect(at(shown, other.id)).toEqual(expected);
      }
    }
  });

  it('shows while it is dragged what it leaves when it is dropped', () => {
    const moves = movesFor(new Set([firstNode]), 44, -20, design, scene);
    const preview = buildScene({ design: withMoves(design, moves), plan, badges });
    const result = applyCommand(design, 'move-items', moves, { newId: () => 'unused' });
    if (!result.ok) throw new Error(result.error);
    expect(preview).toEqual(buildScene({ design: result.value.design, plan, badges }));
  });

  it('takes the nodes of a selected cluster along, never a cable', () => {
    const cluster = must(plan.clusters[0], 'there are clusters');
    const link = must(plan.links[0], 'there are links');
    const ids = movableOf([cluster.record.id, link.id], design, scene);
    expect([...ids].sort()).toEqual(cluster.nodes.map((node) => node.id).sort());
  });
});

describe('a scene that follows on another', () => {
  it('keeps what looks as before and replaces what moved', () => {
    const moves = movesFor(new Set([firstNode]), 40, 0, design, scene);
    const next = buildScene({ design: withMoves(design, moves), plan, badges, before: scene });
    const kept = next.nodes.filter((node, i) => node === scene.nodes[i]);
    expect(kept.map((node) => node.id)).toEqual(scene.nodes.slice(1).map((node) => node.id));
    expect(at(next, firstNode).x).toBe(at(scene, firstNode).x + 40);
  });

  it('is made of the same items when a plan is worked out again', () => {
    const next = buildScene({ design, plan: computePlan({ ...design }, catalog), badges, before: scene });
    for (const list of ['clusters', 'cables', 'nodes', 'switches'] as const) {
      expect(next[list].every((item, i) => item === scene[list][i])).toBe(true);
    }
  });

  it('is equal to the same scene built by itself, after a new name, a new length and a new badge', () => {
    const [link] = plan.links;
    const edits = [
      { id: 'edit-node', payload: { id: firstNode, changes: { name: 'Another name' } } },
      { id: 'edit-links', payload: { ids: [link?.id], changes: { lengthM: 17 } } },
    ] as const;
    for (const { id, payload } of edits) {
      const result = applyCommand(design, id, payload as never, { newId: () => 'unused' });
      if (!result.ok) throw new Error(result.error);
      const edited = result.value.design;
      const input = { design: edited, plan: computePlan(edited, catalog), badges };
      const next = buildScene({ ...input, before: scene });
      expect(next).toEqual(buildScene(input));
      expect(next).not.toEqual(scene);
    }
    const marked = { design, plan, badges: new Map([[firstNode, 'fail' as const]]) };
    const next = buildScene({ ...marked, before: scene });
    expect(next).toEqual(buildScene(marked));
    expect(next.nodes[0]).not.toBe(scene.nodes[0]);
    expect(next.nodes[1]).toBe(scene.nodes[1]);
  });
});

describe('withPart', () => {
  it('redraws the moved node with its cables and leaves the rest of the drawing', () => {
    const ids = new Set([firstNode]);
    const part = buildScene({
      design: withMoves(design, movesFor(ids, 80, 0, design, scene)),
      plan: partOfPlan(plan, ids),
      badges,
    });
    expect(part.nodes.map((node) => node.id)).toEqual([firstNode]);
    expect(part.cables).toHaveLength(2);
    const whole = withPart(scene, part, ids);
    expect(whole.nodes.map((node) => node.id)).toEqual(scene.nodes.map((node) => node.id));
    expect(at(whole, firstNode).x).toBe(at(scene, firstNode).x + 80);
    expect(whole.nodes[3]).toBe(scene.nodes[3]);
    expect(
      whole.cables
        .filter((cable, i) => cable !== scene.cables[i])
        .map((cable) => cable.id)
        .sort(),
    ).toEqual(part.cables.map((cable) => cable.id).sort());
  });
});

describe('subjects', () => {
  it('finds something drawn for every subject of every template but the fabric and the project', () => {
    for (const template of templates) {
      const one = template.build();
      const its = computePlan(one, catalog);
      const drawn = buildScene({ design: one, plan: its, badges });
      const ids = new Set(
        [...drawn.clusters, ...drawn.cables, ...drawn.nodes, ...drawn.switches].map((item) => item.id),
      );
      const subjects = [
        ...one.nodes.keys(),
        ...one.switches.keys(),
        ...one.links.keys(),
        ...one.clusters.keys(),
        ...one.profiles.keys(),
        ...its.adapterById.keys(),
        ...its.portById.keys(),
      ];
      for (const subject of subjects) {
        const items = itemsOfSubject(subject, one, its);
        expect(items.length, subject).toBeGreaterThan(0);
        for (const item of items) expect(ids.has(item), `${subject} -> ${item}`).toBe(true);
      }
    }
    expect(itemsOfSubject('fabric', design, plan)).toEqual([]);
  });

  it('lights a cable from either of its ports', () => {
    const link = must(plan.links[0], 'there are links');
    const ends = [must(link.a.portId, 'a'), must(link.b.portId, 'b')];
    for (const id of [link.id, ...ends]) {
      const lit = litBy(id, plan);
      expect(lit.cables).toEqual([link.id]);
      expect([...lit.ports].sort()).toEqual([...ends].sort());
    }
    expect(litBy(firstNode, plan)).toEqual({ cables: [], ports: [] });
  });
});

describe('detail', () => {
  const mark = (from: Mark['from'], until?: Mark['from']): Mark => ({
    kind: 'path',
    d: 'M0 0',
    fill: 'none',
    stroke: 'text',
    strokeWidth: 1,
    dash: [],
    from,
    ...(until ? { until } : {}),
  });

  it('grows with the scale', () => {
    expect([0.1, 0.6, 2].map(detailFor)).toEqual(['far', 'middle', 'near']);
  });

  it('shows a mark from its level on, until the level that replaces it', () => {
    expect(isShown(mark('middle'), 'far')).toBe(false);
    expect(isShown(mark('middle'), 'near')).toBe(true);
    expect(isShown(mark('far', 'middle'), 'far')).toBe(true);
    expect(isShown(mark('far', 'middle'), 'middle')).toBe(false);
  });
});
