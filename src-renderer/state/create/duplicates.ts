import { catalog, withEmbedded } from '../../../shared/catalog/index.ts';
import { duplicate, type Insertion } from '../../../shared/fragment/index.ts';
import { unionBoxes, type Box } from '../../../shared/geometry/box.ts';
import type { Placement } from '../../../shared/model/index.ts';
import type { Scene } from '../../../shared/scene/index.ts';
import type { Board } from './board.ts';
import { createId } from '../create-id.ts';
import {
  doneWords,
  focusDrawing,
  freeSpot,
  joinedCluster,
  keepPlaces,
  obstacles,
  placesOf,
} from './place.ts';

/** Between cards of a row, and between rows, where cables pass. */
const GAP = 24;
const ROW_GAP = 56;
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
  const placements = placesFor(world, made.insertion, box, count);
  const keep = placements.length === 0 ? [] : keepPlaces(design, scene);
  const insertion = { ...made.insertion, placements, keep };
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

/** Copies beside their originals; none where the arrangement finds places for them by itself. */
function placesFor(world: Board, insertion: Insertion, box: Box, count: number): Placement[] {
  const { design, scene } = world.project;
  const joined = joinedCluster(insertion);
  if (joined !== null && design.placements.size === 0) return [];
  const rows =
    count <= MOST_IN_ROW ? 1 : Math.min(Math.ceil(count / MOST_IN_ROW), Math.round(Math.sqrt(count / 2)));
  const columns = Math.ceil(count / rows);
  const pitch = { x: box.width + GAP, y: box.height + (rows > 1 ? ROW_GAP : GAP) };
  const size = { width: columns * pitch.x - GAP, height: (rows - 1) * pitch.y + box.height };
  const mates = scene.nodes.filter(({ id }) => design.nodes.get(id as never)?.clusterId === joined);
  const row = mates.filter((mate) => mate.box.y < box.y + box.height && mate.box.y + mate.box.height > box.y);
  const right = Math.max(box.x + box.width, ...row.map((mate) => mate.box.x + mate.box.width));
  // Further rows stand away from the ports, where no cable has to pass them to reach a switch.
  const up = portsBelow(mates);
  const wanted = { x: right + GAP, y: up ? box.y + box.height - size.height : box.y, ...size };
  const spot = freeSpot(wanted, wanted, obstacles(world, insertion));
  const each = insertion.placements.length / count;
  return insertion.placements.map((place, i) => {
    const copy = Math.floor(i / each);
    const line = Math.floor(copy / columns);
    return {
      id: place.id,
      x: place.x - box.x + spot.x + (copy % columns) * pitch.x,
      y: place.y - box.y + spot.y + (up ? rows - 1 - line : line) * pitch.y,
    };
  });
}

/** Whether the ports of cards are at their lower edge: cables leave them downwards. */
function portsBelow(cards: Scene['nodes']): boolean {
  const [below, all] = [
    cards.filter(({ box, ports }) => ports.some((port) => port.box.y > box.y + box.height / 2)).length,
    cards.filter(({ ports }) => ports.length > 0).length,
  ];
  return all > 0 && below > all / 2;
}
