import { boxesTouch, growBox, type Box, type Point } from '../geometry/index.ts';
import type { ClusterKind, Design } from '../model/index.ts';
import type { Plan } from '../plan/types.ts';
import type { CardPlan } from './node-card.ts';
import type { PanelPlan } from './switch-panel.ts';

interface Sized {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** A rectangle of things in rows, placed as one. */
interface Block {
  readonly width: number;
  readonly height: number;
  readonly at: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}

const ORIGIN = 64;
/** Rows wrap beyond this width, so that a drawing keeps the shape of a sheet. */
const MAX_WIDTH = 1600;
const NODE_GAP = 20;
/** Between neighbours cabled to each other without a switch. */
const LOOP_GAP = 40;
const SWITCH_GAP = 48;
/** Around the cards of a cluster: its region and caption. */
const REGION = { side: 16, near: 20, far: 52 } as const;
const CLUSTER_GAP = 40;
const MIN_TIER_GAP = 96;
const MAX_TIER_GAP = 320;
const TIER_OF: Readonly<Record<ClusterKind, 'above' | 'below'>> = {
  'hyper-v': 'above',
  'file-server': 'below',
  'hyper-converged': 'below',
};

/**
 * Where every node and switch stands: as the design places it, else where the tiers put it: Hyper-V above, switches
 * between, file servers and hyper-converged nodes below. The tiers are laid out as if nothing had been moved, so
 * that moving one thing does not move another.
 */
export function placeAll(
  design: Design,
  plan: Plan,
  cards: ReadonlyMap<string, CardPlan>,
  panels: ReadonlyMap<string, PanelPlan>,
): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>();
  const sizes = new Map<string, Size>([...cards, ...panels]);
  for (const { id, x, y } of design.placements.values()) if (sizes.has(id)) places.set(id, { x, y });
  if (places.size === sizes.size) return places;
  const computed = layTiers(plan, cards, panels);
  if (places.size === 0) return computed;
  const groups = [
    ...plan.clusters.map((cluster) => cluster.nodes.map((node) => node.id as string)),
    [...panels.keys()],
  ];
  for (const group of groups) placeGroup(group, places, computed, sizes);
  return places;
}

type Size = Pick<CardPlan, 'width' | 'height'>;

/** Places what is left of a group: it follows the group's moved majority and makes way for what has been moved. */
function placeGroup(
  group: readonly string[],
  places: Map<string, Point>,
  computed: ReadonlyMap<string, Point>,
  sizes: ReadonlyMap<string, Size>,
): void {
  const moved = group.filter((id) => places.has(id));
  const leader = moved.length * 2 > group.length ? moved.at(-1) : undefined;
  const from = leader === undefined ? undefined : computed.get(leader);
  const to = leader === undefined ? undefined : places.get(leader);
  const shift = from && to ? { x: to.x - from.x, y: to.y - from.y } : { x: 0, y: 0 };
  const fixed = [...places].map(([id, at]) => boxAt(id, at, sizes));
  for (const id of group) {
    const at = computed.get(id);
    if (!at || places.has(id)) continue;
    let box = boxAt(id, { x: at.x + shift.x, y: at.y + shift.y }, sizes);
    for (let hit = firstHit(box, fixed); hit; hit = firstHit(box, fixed)) {
      box = { ...box, x: hit.x + hit.width + NODE_GAP };
    }
    if (box.x !== at.x + shift.x) fixed.push(box);
    places.set(id, { x: box.x, y: box.y });
  }
}

function boxAt(id: string, at: Point, sizes: ReadonlyMap<string, Size>): Box {
  const { width = 0, height = 0 } = sizes.get(id) ?? {};
  return { ...at, width, height };
}

function firstHit(box: Box, others: readonly Box[]): Box | undefined {
  return others.find((other) => boxesTouch(growBox(box, 4), other));
}

function layTiers(
  plan: Plan,
  cards: ReadonlyMap<string, CardPlan>,
  panels: ReadonlyMap<string, PanelPlan>,
): ReadonlyMap<string, Point> {
  const clusters = (tier: 'above' | 'below') =>
    plan.clusters.filter(({ record, nodes }) => TIER_OF[record.kind] === tier && nodes.length > 0);
  const looped = new Set(
    plan.links.flatMap((link) => (link.kind === 'node-node' ? [link.a.ownerId, link.b.ownerId] : [])),
  );
  const blockOf = ({ nodes }: Plan['clusters'][number], facing: 'below' | 'above') =>
    clusterBlock(
      nodes.flatMap(({ id }) => sizedOf(id, cards)),
      facing,
      nodes.some(({ id }) => looped.has(id)),
    );
  const tiers = [
    shelf(
      clusters('above').map((cluster) => blockOf(cluster, 'below')),
      CLUSTER_GAP,
    ),
    shelf(plan.switches.flatMap(({ id }) => sizedOf(id, panels)).map(single), SWITCH_GAP),
    shelf(
      clusters('below').map((cluster) => blockOf(cluster, 'above')),
      CLUSTER_GAP,
    ),
  ].filter((tier) => tier.at.length > 0);
  const gap = Math.min(MAX_TIER_GAP, MIN_TIER_GAP + 4 * Math.ceil(plan.links.length / 2));
  const width = Math.max(0, ...tiers.map((tier) => tier.width));
  const places = new Map<string, Point>();
  let top = ORIGIN;
  for (const tier of tiers) {
    const left = ORIGIN + Math.floor((width - tier.width) / 8) * 4;
    for (const { id, x, y } of tier.at) places.set(id, { x: left + x, y: top + y });
    top += tier.height + gap;
  }
  return places;
}

function sizedOf(
  id: string,
  plans: ReadonlyMap<string, { readonly width: number; readonly height: number }>,
): Sized[] {
  const plan = plans.get(id);
  return plan ? [{ id, width: plan.width, height: plan.height }] : [];
}

function single({ id, width, height }: Sized): Block {
  return { width, height, at: [{ id, x: 0, y: 0 }] };
}

/** The cards of one cluster in equal rows, with room for the region and for cables that pass between cards. */
function clusterBlock(cards: readonly Sized[], ports: 'below' | 'above', looped: boolean): Block {
  const cellWidth = Math.max(...cards.map((card) => card.width));
  const cellHeight = Math.max(...cards.map((card) => card.height));
  const most = Math.max(1, Math.floor((MAX_WIDTH + NODE_GAP) / (cellWidth + NODE_GAP)));
  const rows = Math.ceil(cards.length / most);
  const perRow = Math.ceil(cards.length / rows);
  const gap = looped ? LOOP_GAP : Math.min(112, NODE_GAP + (rows - 1) * 16);
  const rowGap = rows > 1 ? 56 : 0;
  const top = ports === 'below' ? REGION.far : REGION.near;
  return {
    width: perRow * cellWidth + (perRow - 1) * gap + 2 * REGION.side,
    height: rows * cellHeight + (rows - 1) * rowGap + REGION.far + REGION.near,
    at: cards.map(({ id }, i) => ({
      id,
      x: REGION.side + (i % perRow) * (cellWidth + gap),
      y: top + Math.floor(i / perRow) * (cellHeight + rowGap),
    })),
  };
}

/** Blocks beside each other, in further rows when they grow too wide; each row is centred. */
function shelf(blocks: readonly Block[], gap: number): Block {
  const rows: Block[][] = [];
  let width = Infinity;
  for (const block of blocks) {
    if (width + gap + block.width > MAX_WIDTH + 400) {
      rows.push([]);
      width = -gap;
    }
    rows.at(-1)?.push(block);
    width += gap + block.width;
  }
  const rowWidth = (row: readonly Block[]) => row.reduce((sum, block) => sum + block.width + gap, -gap);
  const widest = Math.max(0, ...rows.map(rowWidth));
  const at: { id: string; x: number; y: number }[] = [];
  let top = 0;
  for (const row of rows) {
    let left = Math.floor((widest - rowWidth(row)) / 8) * 4;
    for (const block of row) {
      for (const { id, x, y } of block.at) at.push({ id, x: left + x, y: top + y });
      left += block.width + gap;
    }
    top += Math.max(...row.map((block) => block.height)) + 2 * gap;
  }
  return { width: widest, height: Math.max(0, top - 2 * gap), at };
}
