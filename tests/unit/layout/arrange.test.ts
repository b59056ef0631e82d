import ElkConstructor from 'elkjs/lib/elk.bundled.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog, withEmbedded } from '../../../shared/catalog/index.ts';
import { arrange, type LayoutEngine, type Places } from '../../../shared/layout/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import type { Design } from '../../../shared/model/index.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { buildScene, layoutGraphOf } from '../../../shared/scene/index.ts';
import { templates } from '../../../shared/templates/index.ts';
import { arbitraryDesign } from '../../support/arbitrary-design.ts';
import { largeDesign } from '../../support/large-design.ts';

const elk = new ElkConstructor();
const engine: LayoutEngine = { layout: (graph) => elk.layout(graph), stop: () => undefined };

/** What a window does: the drawing as it is, arranged. Ids limit it to a part. */
async function arranged(
  design: Design,
  ids?: ReadonlySet<string>,
): Promise<{ places: Places; before: Places }> {
  const plan = computePlan(design, withEmbedded(catalog, design.parts));
  const scene = buildScene({ design, plan, badges: new Map() });
  const all = [...scene.nodes, ...scene.switches].filter(({ id }) => !ids || ids.has(id));
  const sizes = new Map(all.map(({ id, box }) => [id, box]));
  const before = new Map(all.map(({ id, box: { x, y } }) => [id, { x, y }]));
  return { places: await arrange(layoutGraphOf(design, plan, sizes, before), engine), before };
}

function placedAt(design: Design, places: Places): Design {
  return { ...design, placements: new Map([...places].map(([id, at]) => [id, { id, ...at }])) as never };
}

function template(id: string): Design {
  return must(
    templates.find((one) => one.id === id),
    id,
  ).build();
}

/** The design with one more node like the last one of a cluster. */
function withNode(design: Design, like: string): Design {
  const node = must(design.nodes.get(like as never), like);
  const id = `${like}z`;
  const links = [...design.links.values()].flatMap((link) =>
    link.a.kind === 'node' && link.a.nodeId === like
      ? [{ ...link, id: `${link.id}z`, a: { ...link.a, nodeId: id } }]
      : [],
  );
  return {
    ...design,
    nodes: new Map([...design.nodes, [id, { ...node, id, name: `${node.name}Z` }]]) as never,
    links: new Map<string, unknown>([
      ...design.links,
      ...links.map((link): [string, unknown] => [link.id, link]),
    ]) as never,
  };
}

function movements(before: Places, after: Places): number[] {
  return [...before].flatMap(([id, from]) => {
    const to = after.get(id);
    return to ? [Math.hypot(to.x - from.x, to.y - from.y)] : [];
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

describe('arrange', () => {
  it.each(templates.map(({ id }) => id))('leaves %s as its tiers already are', async (id) => {
    const { places, before } = await arranged(template(id));
    expect(Math.max(...movements(before, places))).toBe(0);
  });

  it.each([
    ['eight-node-dual-10g', 'hv06'],
    ['ten-node-two-40g', 'hv08'],
    ['eight-node-dual-10g', 'fs02'],
  ])('moves little when a node joins %s like %s', async (id, like) => {
    const design = template(id);
    const first = await arranged(design);
    const second = await arranged(withNode(placedAt(design, first.places), like));
    const moves = movements(first.places, second.places);
    expect(median(moves)).toBe(0);
    expect(Math.max(...moves)).toBeLessThan(200);
  });

  it('keeps the order of a row that was moved by hand', async () => {
    const design = template('eight-node-dual-10g');
    const { before } = await arranged(design);
    const [one, six] = [must(before.get('hv01'), 'hv01'), must(before.get('hv06'), 'hv06')];
    const swapped = new Map([...before, ['hv01', six] as const, ['hv06', one] as const]);
    const { places } = await arranged(placedAt(design, swapped));
    expect(places.get('hv01')).toEqual(six);
    expect(places.get('hv06')).toEqual(one);
  });

  it('tidies what was thrown about: tiers from top to bottom, nothing on anything else', async () => {
    const design = template('eight-node-dual-10g');
    const { before } = await arranged(design);
    const thrown = new Map(
      [...before].map(([id, { x, y }], i) => [
        id,
        { x: x + ((i * 37) % 11) * 16, y: y + ((i * 53) % 7) * 40 },
      ]),
    );
    const { places } = await arranged(placedAt(design, thrown));
    const y = (ids: readonly string[]) => ids.map((id) => must(places.get(id), id).y);
    const hv = y(['hv01', 'hv02', 'hv03', 'hv04', 'hv05', 'hv06']);
    expect(new Set(hv).size).toBe(1);
    expect(Math.max(...hv)).toBeLessThan(Math.min(...y([...design.switches.keys()])));
    expect(Math.max(...y([...design.switches.keys()]))).toBeLessThan(Math.min(...y(['fs01', 'fs02'])));
  });

  it('arranges a part without touching the rest', async () => {
    const design = template('eight-node-dual-10g');
    const part = new Set(['hv01', 'hv02', 'hv03']);
    const { places } = await arranged(design, part);
    expect(new Set(places.keys())).toEqual(part);
  });

  it('keeps the nodes of a rack together', async () => {
    const design = template('eight-node-dual-10g');
    const racks = new Map(
      [1, 2].map((position) => [`r${position}`, { id: `r${position}`, name: `R${position}`, position }]),
    );
    const nodes = [...design.nodes].map(
      ([id, node], i) => [id, { ...node, rackId: `r${(i % 2) + 1}` }] as const,
    );
    const { places } = await arranged({ ...design, racks, nodes: new Map(nodes) } as never);
    const row = [...places].filter(([id]) => id.startsWith('hv')).sort(([, a], [, b]) => a.x - b.x);
    const rackOf = new Map(nodes.map(([id, { rackId }]) => [id as string, rackId]));
    expect(row.map(([id]) => rackOf.get(id))).toEqual(['r1', 'r1', 'r1', 'r2', 'r2', 'r2']);
  });

  it('is the same every time, on the grid, and lays nothing on anything else', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDesign(), async (design) => {
        const { places } = await arranged(design);
        const again = await arranged(design);
        expect(again.places).toEqual(places);
        const { scene } = drawnAt(placedAt(design, places));
        const boxes = [...scene.nodes, ...scene.switches].map((item) => item.box);
        for (const [i, a] of boxes.entries()) {
          expect(Math.abs(a.x % 4) + Math.abs(a.y % 4)).toBe(0);
          for (const b of boxes.slice(i + 1)) {
            const apart =
              a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
            expect(apart).toBe(true);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('arranges a thousand nodes, and once more with one node added moves nearly nothing', async () => {
    const design = largeDesign(1000);
    const first = await arranged(design);
    expect(first.places.size).toBe(1000 + design.switches.size);
    const second = await arranged(withNode(placedAt(design, first.places), 'n00002'));
    expect(median(movements(first.places, second.places))).toBe(0);
  });
});

function drawnAt(design: Design) {
  const plan = computePlan(design, withEmbedded(catalog, design.parts));
  return { scene: buildScene({ design, plan, badges: new Map() }) };
}
