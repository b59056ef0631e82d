import type { Box } from '../../shared/geometry/box.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Design, Placement } from '../../shared/model/index.ts';
import type { Scene } from '../../shared/scene/index.ts';

/** New places of nodes and switches after a move, in canvas units. */
export function movesFor(
  ids: Iterable<string>,
  dx: number,
  dy: number,
  design: Design,
  boxOf: (id: string) => Box | null,
): Placement[] {
  return [...ids].map((id) => {
    const key = id as Placement['id'];
    const at = design.placements.get(key) ?? must(boxOf(id), 'what moves is drawn');
    return { id: key, x: at.x + dx, y: at.y + dy };
  });
}

/** The design with other placements; nothing else changes. */
export function withMoves(design: Design, moves: readonly Placement[]): Design {
  const placements = new Map(design.placements);
  for (const move of moves) placements.set(move.id, move);
  return { ...design, placements };
}

/** Nodes and switches that move along with what is selected: a cluster takes its nodes. */
export function movableOf(ids: Iterable<string>, design: Design, scene: Scene): ReadonlySet<string> {
  const wanted = new Set(ids);
  const moving = new Set<string>();
  for (const { id } of scene.nodes) {
    const node = design.nodes.get(id as never);
    if (wanted.has(id) || (node && wanted.has(node.clusterId))) moving.add(id);
  }
  for (const { id } of scene.switches) if (wanted.has(id)) moving.add(id);
  return moving;
}
