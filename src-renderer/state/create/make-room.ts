import { catalog, withEmbedded } from '../../../shared/catalog/index.ts';
import { applyCommand, type CommandId, type CommandPayload } from '../../../shared/commands/index.ts';
import type { Placement } from '../../../shared/model/index.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { createId } from '../create-id.ts';
import type { Board } from './board.ts';

/** Room kept between cards that were further apart, canvas units. */
const GAP = 20;
/** Cards whose tops differ by less stand in one row. */
const SAME_ROW = 40;
const GRID = 4;

interface Card {
  readonly place: Placement;
  readonly before: number;
  readonly after: number;
}

/**
 * Where cards have to move to when an edit makes some of their cluster wider: those to the right in the row make way.
 * Cards that nobody placed find room by themselves.
 */
export function makeRoom<C extends CommandId>(
  { project }: Board,
  id: C,
  payload: CommandPayload<C>,
): Placement[] {
  const { design, scene } = project;
  const result = applyCommand(design, id, payload, { newId: createId });
  if (!result.ok) return [];
  const next = result.value.design;
  const later = project.sceneOf(next, computePlan(next, withEmbedded(catalog, next.parts)));
  const [before, after] = [scene, later].map(
    ({ nodes }) => new Map(nodes.map((item) => [item.id, item.box.width])),
  );
  const clusters = new Map<string, Card[]>();
  for (const { id: nodeId, clusterId } of design.nodes.values()) {
    const place = design.placements.get(nodeId);
    const [was, is] = [before?.get(nodeId), after?.get(nodeId)];
    if (!place || was === undefined || is === undefined) continue;
    clusters.set(clusterId, [...(clusters.get(clusterId) ?? []), { place, before: was, after: is }]);
  }
  return [...clusters.values()].flatMap(rowsOf).flatMap(pushApart);
}

function rowsOf(cards: readonly Card[]): readonly (readonly Card[])[] {
  const rows: Card[][] = [];
  for (const card of [...cards].sort((a, b) => a.place.y - b.place.y)) {
    const row = rows.at(-1);
    if (row?.[0] && card.place.y - row[0].place.y < SAME_ROW) row.push(card);
    else rows.push([card]);
  }
  return rows.map((row) => row.sort((a, b) => a.place.x - b.place.x));
}

/** The cards of a row that have to move, with their new places. */
function pushApart(row: readonly Card[]): readonly Placement[] {
  const moved: Placement[] = [];
  let last: { readonly card: Card; readonly x: number } | null = null;
  for (const card of row) {
    let { x } = card.place;
    if (last) {
      const gap = x - last.card.place.x - last.card.before;
      // What lay over its neighbour before is where somebody wanted it.
      if (gap >= 0) x = Math.max(x, Math.ceil((last.x + last.card.after + Math.min(gap, GAP)) / GRID) * GRID);
    }
    if (x !== card.place.x) moved.push({ ...card.place, x });
    last = { card, x };
  }
  return moved;
}
