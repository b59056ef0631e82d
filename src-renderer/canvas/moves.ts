import type { Design, Placement } from '../../shared/model/index.ts';
import type { Scene } from '../../shared/scene/index.ts';

/** A move as the command `move-items` takes it. */
export interface Moves {
  readonly moves: Placement[];
  /** Where everything stands that has no place of its own yet: moving one thing must not move another. */
  readonly keep: Placement[];
}

/** New places of nodes and switches after a move, in canvas units. */
export function movesFor(
  ids: ReadonlySet<string>,
  dx: number,
  dy: number,
  design: Design,
  scene: Scene,
): Moves {
  const all = [...scene.nodes, ...scene.switches].map((item): Placement => {
    const id = item.id as Placement['id'];
    return design.placements.get(id) ?? { id, x: item.box.x, y: item.box.y };
  });
  return {
    moves: all.filter(({ id }) => ids.has(id)).map(({ id, x, y }) => ({ id, x: x + dx, y: y + dy })),
    keep: all.filter(({ id }) => !ids.has(id) && !design.placements.has(id)),
  };
}

/** The design with other placements; nothing else changes. */
export function withMoves(design: Design, { moves, keep }: Moves): Design {
  const placements = new Map(design.placements);
  for (const place of [...keep, ...moves]) placements.set(place.id, place);
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
