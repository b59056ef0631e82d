import { unionBoxes, type Box } from '../../shared/geometry/box.ts';
import type { ClusterId, NodeId } from '../../shared/lib/ids.ts';
import type { Scene } from '../../shared/scene/index.ts';
import { freeSpot, type Board } from '../state/create/index.ts';
import { movesFor, type Moves } from './moves.ts';

/**
 * The cluster that dragged nodes would join: the one whose region their middle lies in. Null when a whole cluster is
 * dragged, when switches come along, or when they stay in their own.
 */
export function joinTarget(
  { project, view }: Board,
  ids: ReadonlySet<string>,
  dx: number,
  dy: number,
): ClusterId | null {
  const { design, scene } = project;
  const clusters = new Set<string>();
  for (const id of ids) {
    const node = design.nodes.get(id as NodeId);
    if (!node || view.selection.has(node.clusterId)) return null;
    clusters.add(node.clusterId);
  }
  const cards = unionBoxes(scene.nodes.filter(({ id }) => ids.has(id)).map(({ box }) => box));
  if (!cards) return null;
  const middle = { x: cards.x + cards.width / 2 + dx, y: cards.y + cards.height / 2 + dy };
  const region = scene.clusters.find(({ id, box }) => !clusters.has(id) && holds(box, middle));
  return (region?.id ?? null) as ClusterId | null;
}

function holds(box: Box, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
}

/** The move, turned aside so that cards dropped among others do not lie on them. */
function besideOthers(scene: Scene, ids: ReadonlySet<string>, { moves, keep }: Moves): Moves {
  const sizes = new Map(scene.nodes.map(({ id, box }) => [id, box]));
  const moved = moves.flatMap(({ id, x, y }) => {
    const box = sizes.get(id);
    return box ? [{ ...box, x, y }] : [];
  });
  const wanted = unionBoxes(moved);
  if (!wanted) return { moves, keep };
  const others = [...scene.nodes, ...scene.switches].filter(({ id }) => !ids.has(id)).map(({ box }) => box);
  const spot = freeSpot(wanted, wanted, others);
  const [dx, dy] = [spot.x - wanted.x, spot.y - wanted.y];
  return { moves: moves.map(({ id, x, y }) => ({ id, x: x + dx, y: y + dy })), keep };
}

/** Ends a drag: moves what was dragged, and takes nodes into the cluster they were dropped on, in one step. */
export function finishMove(world: Board, ids: ReadonlySet<string>, dx: number, dy: number): void {
  const { project, session, view } = world;
  const { design, scene } = project;
  const moves = movesFor(ids, dx, dy, design, scene);
  const clusterId = joinTarget(world, ids, dx, dy);
  if (clusterId === null) {
    session.edit('move-items', moves);
    return;
  }
  const nodes = [...ids] as NodeId[];
  const clear = besideOthers(scene, ids, moves);
  if (!session.edit('regroup-nodes', { ids: nodes, clusterId, create: null, ...clear })) return;
  const name = design.clusters.get(clusterId)?.name ?? '';
  view.announce(`${nodes.length === 1 ? '1 node is' : `${nodes.length} nodes are`} in ${name} now.`);
}
