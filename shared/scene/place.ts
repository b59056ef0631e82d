import { boxesTouch, growBox, type Box } from '../geometry/box.ts';
import type { Point } from '../geometry/index.ts';
import { layTiers, type LayoutGraph, type LayoutItem, type Places } from '../layout/index.ts';
import { must } from '../lib/assert.ts';
import { compareText } from '../lib/stable-json.ts';
import type { ClusterKind, Design, Placement } from '../model/index.ts';
import type { Plan } from '../plan/types.ts';

/** What is known of a card or a panel before it has a place. */
interface Size {
  readonly width: number;
  readonly height: number;
}

const TIER_OF: Readonly<Record<ClusterKind, 'above' | 'below'>> = {
  'hyper-v': 'above',
  'file-server': 'below',
  'hyper-converged': 'below',
};
/** Between a newcomer and what stands around it. */
const GAP = 20;

/**
 * Where every node and switch stands: as the design places it, else where the tiers put it. The tiers are laid out
 * as if nothing had been moved, so that moving one thing does not move another; what would come to lie on something
 * that was placed by hand goes to the next free spot.
 */
export function placeAll(
  design: Design,
  plan: Plan,
  cards: ReadonlyMap<string, Size>,
  panels: ReadonlyMap<string, Size>,
): ReadonlyMap<string, Point> {
  const placed: ReadonlyMap<string, Placement> = design.placements;
  const sizes = new Map([...cards, ...panels]);
  // In the order of ids: a new name moves nothing.
  const missing = [...sizes.keys()].filter((id) => !placed.has(id)).sort(compareText);
  const places = new Map<string, Point>();
  const taken: Box[] = [];
  const put = (id: string, at: Point) => {
    places.set(id, { x: at.x, y: at.y });
    taken.push({ ...at, ...must(sizes.get(id), 'everything has a size') });
  };
  for (const [id, { x, y }] of placed) if (sizes.has(id)) put(id, { x, y });
  if (missing.length === 0) return places;
  const tiers = layTiers(layoutGraphOf(design, plan, sizes));
  const byHand = taken.length;
  // In a drawing that was moved about, a newcomer belongs beside its cluster, wherever that stands by now.
  const shift = byHand > missing.length ? shifts(plan, places, tiers) : new Map<string, Point>();
  for (const id of missing) {
    const own = must(tiers.get(id), 'everything has a place');
    const by = shift.get(id) ?? { x: 0, y: 0 };
    const at = { x: own.x + by.x, y: own.y + by.y };
    put(id, byHand === 0 ? at : freeSpot({ ...at, ...must(sizes.get(id), 'everything has a size') }, taken));
  }
  return places;
}

/** How far the first placed node (by its id) of each cluster was moved from where the tiers put it, for all nodes of the cluster. */
function shifts(plan: Plan, places: Places, tiers: Places): ReadonlyMap<string, Point> {
  const shift = new Map<string, Point>();
  for (const { nodes } of plan.clusters) {
    const [mate] = nodes.flatMap(({ id }) => (places.has(id) ? [id] : [])).sort(compareText);
    const [now, then] = [places.get(mate ?? ''), tiers.get(mate ?? '')];
    if (!now || !then) continue;
    for (const { id } of nodes) shift.set(id, { x: now.x - then.x, y: now.y - then.y });
  }
  return shift;
}

/** The place itself when it is free, else the next free one to its right. */
function freeSpot(box: Box, taken: readonly Box[]): Point {
  let { x } = box;
  for (;;) {
    const inTheWay = taken.find((other) => boxesTouch(growBox({ ...box, x }, GAP - 1), other));
    if (!inTheWay) return { x, y: box.y };
    x = Math.ceil((inTheWay.x + inTheWay.width + GAP) / 4) * 4;
  }
}

/**
 * A design as the arrangement sees it, in the order of record ids: a new name moves nothing. `sizes` says what is to
 * be arranged; everything else is left out.
 */
export function layoutGraphOf(
  design: Design,
  plan: Plan,
  sizes: ReadonlyMap<string, Size>,
  places: ReadonlyMap<string, Point> = new Map(),
): LayoutGraph {
  const rackOf = (rackId: string | null) => design.racks.get(rackId as never)?.position ?? null;
  const item = (id: string, of: Pick<LayoutItem, 'clusterId' | 'tier' | 'rack'>): LayoutItem[] => {
    const size = sizes.get(id);
    return size ? [{ id, width: size.width, height: size.height, ...of, at: places.get(id) ?? null }] : [];
  };
  const clusters = [...plan.clusters].sort((a, b) => compareText(a.record.id, b.record.id));
  const nodes = clusters.flatMap(({ record, nodes: own }) =>
    [...own]
      .sort((a, b) => compareText(a.id, b.id))
      .flatMap((node) =>
        item(node.id, {
          clusterId: record.id,
          tier: TIER_OF[record.kind],
          rack: rackOf(node.record.rackId),
        }),
      ),
  );
  const switches = [...plan.switches]
    .sort((a, b) => compareText(a.id, b.id))
    .flatMap(({ id, record }) => item(id, { clusterId: null, tier: null, rack: rackOf(record.rackId) }));
  return { items: [...nodes, ...switches], links: countPairs(plan, sizes) };
}

function countPairs(plan: Plan, sizes: ReadonlyMap<string, Size>): LayoutGraph['links'] {
  const pairs = new Map<string, { a: string; b: string; count: number }>();
  for (const { a, b } of plan.links) {
    if (!sizes.has(a.ownerId) || !sizes.has(b.ownerId) || a.ownerId === b.ownerId) continue;
    const [first, second] = a.ownerId < b.ownerId ? [a.ownerId, b.ownerId] : [b.ownerId, a.ownerId];
    const key = `${first} ${second}`;
    const pair = pairs.get(key);
    if (pair) pair.count += 1;
    else pairs.set(key, { a: first, b: second, count: 1 });
  }
  // In the order of their ends: that of the links follows from names.
  return [...pairs].sort(([p], [q]) => compareText(p, q)).map(([, pair]) => pair);
}
