import { catalog } from '../../../shared/catalog/index.ts';
import { serializeDesign } from '../../../shared/file/index.ts';
import { computePlan, embedParts } from '../../../shared/plan/index.ts';
import { buildScene } from '../../../shared/scene/index.ts';
import { largeDesign } from '../../support/large-design.ts';

/** A large design as the text of its file, and the same nodes, places and cables for the page it is compared with. */
export function screenDesign(nodes: number): { readonly text: string; readonly graph: unknown } {
  const design = largeDesign(nodes);
  const plan = computePlan(design, catalog);
  const scene = buildScene({ design, plan, badges: new Map() });
  return {
    text: serializeDesign(embedParts(design, plan), '0.0.0'),
    graph: {
      nodes: [...scene.nodes, ...scene.switches].map(({ id, box, label }) => ({
        id,
        x: box.x,
        y: box.y,
        label: label.split(',')[0],
      })),
      edges: plan.links.map(({ id, a, b }) => ({ id, source: a.ownerId, target: b.ownerId })),
    },
  };
}
