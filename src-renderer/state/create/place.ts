import { tick } from 'svelte';
import { catalog, withEmbedded } from '../../../shared/catalog/index.ts';
import { emptyInsertion, type Insertion, type Planned } from '../../../shared/fragment/index.ts';
import {
  boxesTouch,
  centreOf,
  growBox,
  unionBoxes,
  type Box,
  type Point,
} from '../../../shared/geometry/box.ts';
import { emptyDesign, withRecords, type Design, type Placement } from '../../../shared/model/index.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { buildScene, type Scene } from '../../../shared/scene/index.ts';
import type { Board } from './board.ts';

/** Positions snap to this many canvas units. */
const GRID = 4;
/** Kept free around what comes in, canvas units. */
const GAP = 24;
/** Between hosts and switches: room for the cables. */
const TIER_GAP = 96;

/** How a planned insertion would look by itself: its own cards and panels, and the regions of its clusters. */
export function sketch(design: Design, insertion: Insertion): Scene {
  const { nodes, switches, placements } = insertion;
  const merged = {
    clusters: withRecords(design, 'clusters', insertion.clusters).clusters,
    profiles: withRecords(design, 'profiles', insertion.profiles).profiles,
    networks: withRecords(design, 'networks', insertion.networks).networks,
    racks: withRecords(design, 'racks', insertion.racks).racks,
    parts: withRecords(design, 'parts', insertion.parts).parts,
  };
  const inside: ReadonlySet<string> = new Set([...nodes, ...switches].map(({ id }) => id));
  const links = insertion.links.filter(({ a, b }) =>
    [a, b].every((end) => inside.has(end.kind === 'node' ? end.nodeId : end.switchId)),
  );
  let small: Design = { ...emptyDesign(''), ...merged, clusters: new Map() };
  const clusterIds = new Set(nodes.map((node) => node.clusterId));
  small = withRecords(
    small,
    'clusters',
    [...clusterIds].flatMap((id) => merged.clusters.get(id) ?? []),
  );
  small = withRecords(withRecords(small, 'nodes', nodes), 'switches', switches);
  small = withRecords(withRecords(small, 'links', links), 'placements', placements);
  const plan = computePlan(small, withEmbedded(catalog, small.parts));
  return buildScene({ design: small, plan, badges: new Map() });
}

/** What stands around an insertion: its cards, and the regions of clusters that come with it. */
export function outlineOf(scene: Scene, insertion: Insertion): Box {
  const fresh: ReadonlySet<string> = new Set(insertion.clusters.map(({ id }) => id));
  const regions = scene.clusters.filter(({ id }) => fresh.has(id));
  const boxes = [...scene.nodes, ...scene.switches, ...regions].map(({ box }) => box);
  return unionBoxes(boxes) ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** Places of everything that stands by itself until now: what comes in must not make it move. */
export function keepPlaces(design: Design, scene: Scene): Placement[] {
  return [...scene.nodes, ...scene.switches]
    .map(({ id, box }): Placement => ({ id: id as Placement['id'], x: box.x, y: box.y }))
    .filter(({ id }) => !design.placements.has(id));
}

/** Where everything stands. */
export function placesOf(scene: Scene): ReadonlyMap<string, Point> {
  return new Map([...scene.nodes, ...scene.switches].map(({ id, box }) => [id, { x: box.x, y: box.y }]));
}

/**
 * A plan with its places: its middle at a point of the canvas, or where there is room beside its cluster, beside
 * what is selected, or in the middle of what is seen.
 */
export function withPlaces(world: Board, { insertion }: Planned, centre: Point | null): Insertion {
  const { project } = world;
  const { design } = project;
  // Nobody has moved anything: the arrangement takes newcomers of a known cluster in by itself.
  if (centre === null && design.placements.size === 0 && joinedCluster(insertion) !== null)
    return { ...insertion, placements: [] };
  const scene = sketch(design, insertion);
  const outline = outlineOf(scene, insertion);
  const { width, height } = outline;
  // Dropped on a card it makes way to the side; a region is no obstacle to what was dropped on it.
  const spot =
    centre === null
      ? freeSpot(outline, anchorOf(world, insertion, outline), obstacles(world, insertion))
      : freeSpot(
          outline,
          { x: centre.x - width / 2, y: centre.y - height / 2, width, height },
          [...project.scene.nodes, ...project.scene.switches].map(({ box }) => box),
        );
  const to = centreOf(spot);
  const from = centreOf(outline);
  const move = { x: snap(to.x - from.x), y: snap(to.y - from.y) };
  const placements = [...scene.nodes, ...scene.switches].map(({ id, box }): Placement => ({
    id: id as Placement['id'],
    x: box.x + move.x,
    y: box.y + move.y,
  }));
  return { ...insertion, placements, keep: keepPlaces(design, project.scene) };
}

/** The one cluster of the design that all new nodes join; null when they bring their own or there are switches too. */
export function joinedCluster(insertion: Insertion): string | null {
  const ids = new Set<string>(insertion.nodes.map((node) => node.clusterId));
  const fresh = insertion.clusters.some(({ id }) => ids.has(id));
  return ids.size !== 1 || fresh || insertion.switches.length > 0 ? null : ([...ids][0] ?? null);
}

/** Where the insertion would like to stand: the box of its outline. */
function anchorOf({ project, view }: Board, insertion: Insertion, { width, height }: Box): Box {
  const { scene, design } = project;
  const joined = joinedCluster(insertion);
  const mates = scene.nodes.filter(
    ({ id }) => joined !== null && design.nodes.get(id as never)?.clusterId === joined,
  );
  const last = mates.at(-1);
  if (last) return { x: last.box.x + last.box.width + 20, y: last.box.y, width, height };
  const chosen = chosenBox(project, view.selection);
  if (chosen) {
    const beside = { x: chosen.box.x + chosen.box.width + 2 * GAP, y: chosen.box.y, width, height };
    const tier = tierFrom(chosen.tier, tierOf(insertion, design));
    if (tier === 0) return beside;
    const x = chosen.box.x + (chosen.box.width - width) / 2;
    const y = tier > 0 ? chosen.box.y + chosen.box.height + TIER_GAP : chosen.box.y - TIER_GAP - height;
    return { x, y, width, height };
  }
  const seen = view.canvas?.seen();
  const middle = seen ? centreOf(seen) : { x: 0, y: 0 };
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
}

/** Hosts stand above switches, those that give storage below: as the arrangement has it. */
type Tier = 'above' | 'switches' | 'below';
const TIERS: readonly Tier[] = ['above', 'switches', 'below'];

/** Which way from one tier to another: down is 1, up is -1, beside is 0. */
function tierFrom(from: Tier | null, to: Tier | null): number {
  if (from === null || to === null) return 0;
  return Math.sign(TIERS.indexOf(to) - TIERS.indexOf(from));
}

function tierOf({ nodes, switches, clusters }: Insertion, design: Design): Tier | null {
  if (nodes.length === 0) return switches.length > 0 ? 'switches' : null;
  if (switches.length > 0) return null;
  const kinds = nodes.map(
    ({ clusterId }) => (clusters.find(({ id }) => id === clusterId) ?? design.clusters.get(clusterId))?.kind,
  );
  return kinds.every((kind) => kind === 'hyper-v') ? 'above' : 'below';
}

/** The box of what is selected, nodes with the whole region of their cluster, and the tier it stands in. */
function chosenBox(
  { scene, design }: Board['project'],
  selection: ReadonlySet<string>,
): { readonly box: Box; readonly tier: Tier | null } | null {
  const nodes = [...design.nodes.values()].filter(
    (node) => selection.has(node.id) || selection.has(node.clusterId),
  );
  const clusterIds: ReadonlySet<string> = new Set(nodes.map((node) => node.clusterId));
  const switches = scene.switches.filter(({ id }) => selection.has(id));
  const regions = scene.clusters.filter(({ id }) => clusterIds.has(id));
  const box = unionBoxes([...regions, ...switches].map((item) => item.box));
  if (!box) return null;
  if (nodes.length > 0 && switches.length > 0) return { box, tier: null };
  if (switches.length > 0) return { box, tier: 'switches' };
  return { box, tier: tierOf({ ...emptyInsertion(''), nodes }, design) };
}

/** What a new card may not cover: all that stands, and the regions of clusters it does not join. */
export function obstacles({ project }: Board, insertion: Insertion): readonly Box[] {
  const joined = joinedCluster(insertion);
  const { nodes, switches, clusters } = project.scene;
  return [...nodes, ...switches, ...clusters.filter(({ id }) => id !== joined)].map(({ box }) => box);
}

/** The place nearest to the wanted one at which nothing is in the way, looked for in growing rings. */
export function freeSpot(size: Box, wanted: Box, taken: readonly Box[]): Box {
  const at = (x: number, y: number): Box => ({
    x: wanted.x + x,
    y: wanted.y + y,
    width: size.width,
    height: size.height,
  });
  const isFree = (box: Box) => !taken.some((other) => boxesTouch(growBox(box, GAP - 1), other));
  const step = 32;
  for (let ring = 0; ring <= 80; ring++) {
    const r = ring * step;
    if (ring === 0 && isFree(at(0, 0))) return at(0, 0);
    const along = Array.from({ length: 2 * ring + 1 }, (_, i) => (i - ring) * step).sort(
      (a, b) => Math.abs(a) - Math.abs(b),
    );
    for (const side of along) {
      // To the right first, then below, left and above.
      for (const box of [at(r, side), at(side, r), at(-r, side), at(side, -r)]) if (isFree(box)) return box;
    }
  }
  const all = unionBoxes(taken);
  return all ? { ...at(0, 0), x: all.x + all.width + GAP, y: all.y } : at(0, 0);
}

function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}

/** The keys go on from what came in, once it is drawn. */
export function focusDrawing({ view }: Board): void {
  void tick().then(() => view.canvas?.focus());
}

/** Adds what was planned in one step, selects it and says what was assumed. True when it was done. */
export function placePlanned(world: Board, planned: Planned, centre: Point | null): boolean {
  const { session, view } = world;
  const insertion = withPlaces(world, planned, centre);
  if (!session.edit('insert-items', insertion)) return false;
  view.select(planned.items);
  // The keys go on from what came in.
  view.focusedItem = planned.items[0] ?? null;
  view.canvas?.centreOn(view.selection);
  view.announce(`${doneWords(insertion.label)}. ${planned.told.join(' ')}`);
  if (planned.told.length > 0)
    session.toasts.show('info', doneWords(insertion.label), planned.told.join(' '));
  return true;
}

const DONE: readonly (readonly [RegExp, string])[] = [
  [/^Add /, 'Added '],
  [/^Paste /, 'Pasted '],
  [/^Duplicate as /, 'Duplicated as '],
  [/^Duplicate /, 'Duplicated '],
];

/** A step's name once it is done: `Added node HV03`. */
export function doneWords(label: string): string {
  for (const [verb, done] of DONE) if (verb.test(label)) return label.replace(verb, done);
  return label;
}
