import { catalog, withEmbedded } from '../../../shared/catalog/index.ts';
import { duplicate } from '../../../shared/fragment/index.ts';
import { unionBoxes, type Box } from '../../../shared/geometry/box.ts';
import type { Placement } from '../../../shared/model/index.ts';
import type { Scene } from '../../../shared/scene/index.ts';
import type { Board } from './board.ts';
import { createId } from '../create-id.ts';
import { doneWords, focusDrawing, freeSpot, keepPlaces, placesOf } from './place.ts';

const GAP = 24;
/** More copies than this stand in several rows. */
const MOST_IN_ROW = 8;

/** What of the selection can be copied: nodes, switches, and clusters with their nodes. */
export function copyable({ project, view }: Board): readonly string[] {
  const { nodes, switches, clusters } = project.design;
  return [...view.selection].filter(
    (id) => nodes.has(id as never) || switches.has(id as never) || clusters.has(id as never),
  );
}

/** Copies the selection, with the same cabling, and selects the copies. What found no port is told. */
export function duplicateSelection(world: Board, count: number): boolean {
  const { project, session, view } = world;
  const ids = copyable(world);
  const { design, outcome, scene } = project;
  const box = unionBoxes(boxesOf(world, ids));
  if (!box) return false;
  const made = duplicate(
    design,
    outcome.plan,
    withEmbedded(catalog, design.parts),
    { ids, count, places: placesOf(scene) },
    createId,
  );
  if (!made) return false;
  const placements = spread(made.insertion.placements, box, scene, count);
  const insertion = { ...made.insertion, placements, keep: keepPlaces(design, scene) };
  if (!session.edit('insert-items', insertion)) return false;
  view.select(made.items);
  view.focusedItem = made.items[0] ?? null;
  focusDrawing(world);
  view.canvas?.centreOn(view.selection);
  const words = doneWords(made.insertion.label);
  const told = uncabledWords(made.uncabled);
  view.announce(`${words}. ${told}`);
  if (told !== '') session.toasts.show('warn', words, told);
  return true;
}

function uncabledWords(uncabled: readonly string[]): string {
  if (uncabled.length === 0) return '';
  const cables = uncabled.length === 1 ? '1 cable was' : `${uncabled.length} cables were`;
  const rest = uncabled.length > 3 ? ` And ${uncabled.length - 3} more.` : '';
  return `${cables} not made again. ${uncabled.slice(0, 3).join(' ')}${rest}`;
}

/** What the copies are as large as: cards and panels, with the region where a whole cluster is copied. */
function boxesOf({ project }: Board, ids: readonly string[]): readonly Box[] {
  const wanted = new Set(ids);
  const { nodes, switches, clusters } = project.scene;
  return [...nodes, ...switches, ...clusters].filter(({ id }) => wanted.has(id)).map(({ box }) => box);
}

/** Copies in rows beside the original, or where there is room for all of them next to it. */
function spread(placements: readonly Placement[], box: Box, scene: Scene, count: number): Placement[] {
  const columns = count <= MOST_IN_ROW ? count : Math.ceil(Math.sqrt(count * 2));
  const pitch = { x: box.width + GAP, y: box.height + GAP };
  const size = { width: columns * pitch.x - GAP, height: Math.ceil(count / columns) * pitch.y - GAP };
  const taken = [...scene.nodes, ...scene.switches].map((item) => item.box);
  const spot = freeSpot({ x: 0, y: 0, ...size }, { x: box.x + pitch.x, y: box.y, ...size }, taken);
  const each = placements.length / count;
  return placements.map((place, i) => {
    const copy = Math.floor(i / each);
    return {
      id: place.id,
      x: place.x - box.x + spot.x + (copy % columns) * pitch.x,
      y: place.y - box.y + spot.y + Math.floor(copy / columns) * pitch.y,
    };
  });
}
