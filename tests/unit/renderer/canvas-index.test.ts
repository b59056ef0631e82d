import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { boxesTouch, type Box } from '../../../shared/geometry/box.ts';
import { must } from '../../../shared/lib/assert.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { buildScene, type Scene } from '../../../shared/scene/index.ts';
import { templates } from '../../../shared/templates/index.ts';
import { DrawingIndex, partsOf } from '../../../src-renderer/canvas/drawing-index.ts';
import { movesFor, withMoves } from '../../../src-renderer/canvas/moves.ts';
import { changesBetween, dirtyBoxes } from '../../../src-renderer/canvas/scene-changes.ts';

const drawn = templates.map((template) => {
  const design = template.build();
  const plan = computePlan(design, catalog);
  return { design, plan, scene: buildScene({ design, plan, badges: new Map() }) };
});
const first = must(drawn[templates.findIndex(({ id }) => id === 'eight-node-dual-10g')], 'the template');

const inOrder = ({ clusters, cables, switches, nodes }: Scene) => [
  ...clusters,
  ...cables,
  ...switches,
  ...nodes,
];
const aBox = fc
  .tuple(fc.integer({ min: -500, max: 3000 }), fc.integer({ min: -500, max: 3000 }), fc.nat(900), fc.nat(900))
  .map(([x, y, width, height]): Box => ({ x, y, width, height }));
const aMove = fc.record({
  which: fc.nat(),
  dx: fc.integer({ min: -900, max: 900 }),
  dy: fc.integer({ min: -900, max: 900 }),
});

/** A scene after a node was dragged, built on the one before. */
function dragged(
  { design, plan, scene }: typeof first,
  { which, dx, dy }: { which: number; dx: number; dy: number },
) {
  const node = must(scene.nodes[which % scene.nodes.length], 'there are nodes');
  const moved = withMoves(design, movesFor(new Set([node.id]), dx, dy, design, scene));
  return buildScene({ design: moved, plan, badges: new Map(), before: scene });
}

describe('what lies in a box', () => {
  it('is without the cables of bundles from far away', () => {
    fc.assert(
      fc.property(fc.constantFrom(...drawn), aBox, fc.boolean(), ({ scene }, box, before) => {
        const index = DrawingIndex.of(scene);
        if (before) index.prepare();
        const far = index.within(box, 'far');
        expect(far).toEqual(index.within(box).filter((item) => item.kind !== 'cable' || !item.bundled));
      }),
    );
  });

  it('is nothing of what was taken out, and everything else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...drawn), aBox, fc.nat(), ({ scene }, box, which) => {
        const index = DrawingIndex.of(scene);
        const node = must(scene.nodes[which % scene.nodes.length], 'there are nodes');
        const gone = [...scene.cables.slice(0, 4), node];
        const rest = index.without(gone);
        const left = <T extends { readonly id: string }>(items: readonly T[]) =>
          items.filter(({ id }) => !gone.some((item) => item.id === id));
        expect(rest.within(box)).toEqual(left(index.within(box)));
        expect(inOrder(rest.scene)).toEqual(left(inOrder(scene)));
        const { changes } = changesBetween(scene, rest.scene);
        expect(new Set(changes.map(({ before, after }) => after ?? before))).toEqual(new Set(gone));
      }),
    );
  });

  it('is all that may paint there, from back to front, also after things have moved', () => {
    fc.assert(
      fc.property(fc.constantFrom(...drawn), aBox, aMove, (one, box, move) => {
        const next = dragged(one, move);
        const { changes } = changesBetween(one.scene, next);
        const index = DrawingIndex.of(one.scene).next(
          next,
          changes.flatMap(({ after }) => after ?? []),
        );
        const expected = inOrder(next).filter(
          (item) => item.kind === 'cluster' || partsOf(item).some((part) => boxesTouch(part, box)),
        );
        expect(index.within(box).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      }),
    );
  });
});

describe('what lies under a point', () => {
  const index = DrawingIndex.of(first.scene);
  const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

  it('is the port before its card, and from afar the card', () => {
    const node = must(first.scene.nodes[0], 'a node');
    const port = must(node.ports[0], 'a port');
    const owner = { id: node.id, kind: 'node' };
    expect(index.at(middle(port.box), 4, 'middle')).toEqual({ id: port.id, kind: 'port', owner });
    const inside = { x: port.box.x + 2, y: Math.max(port.box.y, node.box.y) + 1 };
    expect(index.at(inside, 4, 'far')).toEqual(owner);
    expect(index.at(middle(node.box), 4, 'near')).toEqual(owner);
  });

  it('is a cable along its whole line, but none where only bundles are drawn', () => {
    const cable = must(first.scene.cables[0], 'a cable');
    const [a, b] = [must(cable.points.at(-2), 'a point'), must(cable.points.at(-1), 'a point')];
    const at = { x: (a.x + b.x) / 2 + 3, y: (a.y + b.y) / 2 };
    const hit = index.at(at, 6, 'middle');
    expect(hit?.id === cable.id || hit?.kind === 'port' || hit?.kind === 'switch').toBe(true);
    expect(index.at(at, 6, 'far')?.kind).not.toBe('cable');
  });

  it('is the region of a cluster between its cards, and nothing outside', () => {
    const cluster = must(first.scene.clusters[0], 'a cluster');
    expect(index.at({ x: cluster.box.x + 3, y: cluster.box.y + 3 }, 1, 'middle')?.kind).toBe('cluster');
    expect(index.at({ x: -4000, y: -4000 }, 6, 'middle')).toBeNull();
  });
});

describe('what an edit repaints', () => {
  it('covers everything that differs, before and after', () => {
    fc.assert(
      fc.property(fc.constantFrom(...drawn), aMove, (one, move) => {
        const next = dragged(one, move);
        const { changes, sameItems } = changesBetween(one.scene, next);
        expect(sameItems).toBe(true);
        const dirty = must(dirtyBoxes(changes, 'middle'), 'boxes');
        for (const { before, after } of changes) {
          for (const item of [before, after]) {
            if (!item || item.kind === 'cluster') continue;
            for (const part of partsOf(item)) {
              expect(
                dirty.some(
                  (box) =>
                    box.x <= part.x &&
                    box.x + box.width >= part.x + part.width &&
                    box.y <= part.y &&
                    box.y + box.height >= part.y + part.height,
                ),
              ).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('is nothing when nothing changed, and tells what came and went', () => {
    const { scene } = first;
    expect(changesBetween(scene, { ...scene }).changes).toEqual([]);
    const fewer = { ...scene, nodes: scene.nodes.slice(1) };
    expect(changesBetween(scene, fewer)).toEqual({
      changes: [{ before: scene.nodes[0], after: null }],
      sameItems: false,
    });
    expect(changesBetween(fewer, scene).changes).toEqual([{ before: null, after: scene.nodes[0] }]);
  });
});
