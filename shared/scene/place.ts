import type { Point } from '../geometry/index.ts';
import { must } from '../lib/assert.ts';
import type { ClusterKind, Design, Placement } from '../model/index.ts';
import type { NodeId } from '../lib/ids.ts';
import type { Plan, PlanNode, PlanSwitch } from '../plan/types.ts';
import type { CardPlan } from './node-card.ts';
import type { PanelPlan } from './switch-panel.ts';

type PlanCluster = Plan['clusters'][number];

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
/** Clusters and switches of one pod wrap beyond this width. */
const MAX_WIDTH = 2000;
/** Width over height of a cluster's cards, and of the sheet that many pods fill. */
const CLUSTER_SHAPE = 5;
const SHEET = 1.6;
const POD_GAP = 96;
const NODE_GAP = 20;
/** Between neighbours cabled to each other without a switch. */
const LOOP_GAP = 40;
const SWITCH_GAP = 48;
const WIDE_SWITCH_GAP = 160;
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
  const placed = design.placements;
  const everything = [...cards.keys(), ...panels.keys()] as Placement['id'][];
  const computed = everything.every((id) => placed.has(id)) ? null : layTiers(plan, cards, panels);
  return new Map(
    everything.map((id) => [id, must(placed.get(id) ?? computed?.get(id), 'everything has a place')]),
  );
}

interface Tier {
  readonly clusters: readonly PlanCluster[];
  readonly switches: readonly PlanSwitch[];
}

/** Pods beside each other, wrapped to the shape of a sheet; switches that join pods stand above all. */
function layTiers(
  plan: Plan,
  cards: ReadonlyMap<string, CardPlan>,
  panels: ReadonlyMap<string, PanelPlan>,
): ReadonlyMap<string, Point> {
  const { pods, spines } = findPods(plan);
  const looped = new Set<string>();
  for (const { kind, a, b } of plan.links) if (kind === 'node-node') looped.add(a.ownerId).add(b.ownerId);
  const blocks = pods.map((pod) => podBlock(pod, looped, cards, panels));
  const area = blocks.reduce((sum, block) => sum + block.width * block.height, 0);
  const width = Math.max(MAX_WIDTH, Math.sqrt(area * SHEET));
  const all = stack(
    [
      shelf(spines.flatMap(({ id }) => sizedOf(id, panels)).map(single), SWITCH_GAP, width),
      shelf(blocks, POD_GAP, width),
    ],
    MIN_TIER_GAP,
  );
  return new Map(all.at.map(({ id, x, y }) => [id, { x: ORIGIN + x, y: ORIGIN + y }]));
}

/**
 * Splits a design into pods: the clusters that live on the same switches, with those switches. A switch belongs
 * to the cluster it has most cables of; a cluster without switches of its own joins the one whose switch it uses.
 */
function findPods(plan: Plan): { pods: readonly Tier[]; spines: readonly PlanSwitch[] } {
  const shares = new Map<string, Map<string, number>>();
  for (const link of plan.links) {
    const node = plan.nodeById.get(link.a.ownerId as NodeId);
    if (link.kind !== 'node-switch' || !node) continue;
    const ofSwitch = shares.get(link.b.ownerId) ?? new Map<string, number>();
    ofSwitch.set(node.cluster.id, (ofSwitch.get(node.cluster.id) ?? 0) + 1);
    shares.set(link.b.ownerId, ofSwitch);
  }
  const home = new Map<string, string>();
  for (const item of plan.switches) {
    const cluster = most(shares.get(item.id));
    if (cluster !== null) home.set(item.id, cluster);
  }
  const owners = new Set(home.values());
  const podOf = new Map<string, string>();
  for (const { record } of plan.clusters) {
    const used = plan.switches.find((item) => shares.get(item.id)?.has(record.id));
    const joined = owners.has(record.id) || !used ? undefined : home.get(used.id);
    podOf.set(record.id, joined ?? record.id);
  }
  const spines = home.size === 0 ? [] : plan.switches.filter((item) => !home.has(item.id));
  // Without cables to switches there is nothing to split by: everything is one pod.
  const keyOf = (cluster: string) => (home.size === 0 ? '' : (podOf.get(cluster) ?? cluster));
  const keys = new Set(plan.clusters.map(({ record }) => keyOf(record.id)));
  if (keys.size === 0) return { pods: [{ clusters: [], switches: plan.switches }], spines: [] };
  const pods = [...keys].map((key) => ({
    clusters: plan.clusters.filter(({ record, nodes }) => keyOf(record.id) === key && nodes.length > 0),
    switches: plan.switches.filter((item) =>
      home.size === 0 ? true : keyOf(home.get(item.id) ?? '') === key && home.has(item.id),
    ),
  }));
  return { pods, spines };
}

function most(shares: ReadonlyMap<string, number> | undefined): string | null {
  let best: string | null = null;
  let greatest = 0;
  for (const [id, count] of shares ?? []) {
    if (count <= greatest) continue;
    best = id;
    greatest = count;
  }
  return best;
}

function podBlock(
  { clusters, switches }: Tier,
  looped: ReadonlySet<string>,
  cards: ReadonlyMap<string, CardPlan>,
  panels: ReadonlyMap<string, PanelPlan>,
): Block {
  const tier = (wanted: 'above' | 'below') =>
    clusters
      .filter(({ record }) => TIER_OF[record.kind] === wanted)
      .map(({ nodes }) =>
        clusterBlock(
          nodes.flatMap(({ id }) => sizedOf(id, cards)),
          wanted === 'above' ? 'below' : 'above',
          nodes.some(({ id }) => looped.has(id)),
        ),
      );
  const ports = clusters.flatMap(({ nodes }) => nodes).reduce((sum, node) => sum + cabledPorts(node), 0);
  const lanes = 4 * Math.ceil(ports / 2);
  const above = shelf(tier('above'), CLUSTER_GAP, MAX_WIDTH);
  const below = shelf(tier('below'), CLUSTER_GAP, MAX_WIDTH);
  const panelBlocks = switches.flatMap(({ id }) => sizedOf(id, panels)).map(single);
  const width = Math.max(MAX_WIDTH, above.width, below.width);
  const row = shelf(panelBlocks, SWITCH_GAP, width);
  // Cables to a second row of switches pass between those of the first.
  const isRow = row.height === Math.max(0, ...panelBlocks.map((block) => block.height));
  const rowGap = Math.min(MAX_TIER_GAP, MIN_TIER_GAP + lanes / 2);
  const middle = isRow ? row : shelf(panelBlocks, WIDE_SWITCH_GAP, width, rowGap);
  return stack([above, middle, below], Math.min(MAX_TIER_GAP, MIN_TIER_GAP + lanes));
}

function cabledPorts(node: PlanNode): number {
  let count = 0;
  for (const adapter of node.adapters) for (const port of adapter.ports) if (port.linkIds.length > 0) count++;
  return count;
}

/** Blocks under each other, each centred under the widest. */
function stack(blocks: readonly Block[], gap: number): Block {
  const filled = blocks.filter((block) => block.at.length > 0);
  const width = Math.max(0, ...filled.map((block) => block.width));
  const at: Block['at'][number][] = [];
  let top = 0;
  for (const block of filled) {
    const left = Math.floor((width - block.width) / 8) * 4;
    for (const { id, x, y } of block.at) at.push({ id, x: left + x, y: top + y });
    top += block.height + gap;
  }
  return { width, height: Math.max(0, top - gap), at };
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
  const rows = Math.max(1, Math.round(Math.sqrt((cards.length * cellWidth) / (CLUSTER_SHAPE * cellHeight))));
  const perRow = Math.ceil(cards.length / rows);
  const gap = looped ? LOOP_GAP : Math.min(160, NODE_GAP + (rows - 1) * 16);
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
function shelf(blocks: readonly Block[], gap: number, maxWidth: number, rowGap = 2 * gap): Block {
  const rows: Block[][] = [];
  let width = Infinity;
  for (const block of blocks) {
    if (width + gap + block.width > maxWidth) {
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
    top += Math.max(...row.map((block) => block.height)) + rowGap;
  }
  return { width: widest, height: Math.max(0, top - rowGap), at };
}
