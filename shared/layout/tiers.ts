import { shelf, single, stack, type Block } from '../geometry/blocks.ts';
import { findPods, type Pod } from './pods.ts';
import { groupBlock } from './group-block.ts';
import type { LayoutGraph, LayoutItem, Places } from './types.ts';

const ORIGIN = 64;
/** Clusters and switches of one pod wrap beyond this width. */
const MAX_WIDTH = 2000;
/** Width over height of the sheet that many pods fill. */
const SHEET = 1.6;
const POD_GAP = 96;
const SWITCH_GAP = 48;
const WIDE_SWITCH_GAP = 160;
const CLUSTER_GAP = 40;
const MIN_TIER_GAP = 96;
const MAX_TIER_GAP = 320;

/**
 * Lays out everything in tiers: Hyper-V above, switches between, file servers and hyper-converged nodes below; pods
 * beside each other, wrapped to the shape of a sheet; switches that join pods above all. Keeps the order of the items.
 */
export function layTiers(graph: LayoutGraph): Places {
  const { pods, spines } = findPods(graph);
  const linksOf = countLinks(graph);
  const blocks = pods.map((pod) => podBlock(pod, graph, linksOf));
  const area = blocks.reduce((sum, block) => sum + block.width * block.height, 0);
  const width = Math.max(MAX_WIDTH, Math.sqrt(area * SHEET));
  const all = stack(
    [shelf(spines.map(single), SWITCH_GAP, width), shelf(blocks, POD_GAP, width)],
    MIN_TIER_GAP,
  );
  return new Map(all.at.map(({ id, x, y }) => [id, { x: ORIGIN + x, y: ORIGIN + y }]));
}

function countLinks({ links }: LayoutGraph): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { a, b, count } of links) {
    for (const id of [a, b]) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return counts;
}

function podBlock(
  { groups, switches }: Pod,
  graph: LayoutGraph,
  linksOf: ReadonlyMap<string, number>,
): Block {
  const nodes = new Set(groups.flatMap((group) => group.nodes.map(({ id }) => id)));
  const own = { ...graph, links: graph.links.filter(({ a, b }) => nodes.has(a) && nodes.has(b)) };
  const tier = (wanted: 'above' | 'below') =>
    groups.filter((group) => group.tier === wanted).map((group) => groupBlock(group, own));
  const ports = [...nodes].reduce((sum, id) => sum + (linksOf.get(id) ?? 0), 0);
  const lanes = 4 * Math.ceil(ports / 2);
  const above = shelf(tier('above'), CLUSTER_GAP, MAX_WIDTH);
  const below = shelf(tier('below'), CLUSTER_GAP, MAX_WIDTH);
  const width = Math.max(MAX_WIDTH, above.width, below.width);
  const middle = panelRows(switches, width, Math.min(MAX_TIER_GAP, MIN_TIER_GAP + lanes / 2));
  return stack([above, middle, below], Math.min(MAX_TIER_GAP, MIN_TIER_GAP + lanes));
}

/** Switches in one row, or in several with wide gaps: cables to a second row pass between those of the first. */
function panelRows(switches: readonly LayoutItem[], width: number, rowGap: number): Block {
  const panels = switches.map(single);
  const row = shelf(panels, SWITCH_GAP, width);
  const isRow = row.height === Math.max(0, ...panels.map((block) => block.height));
  return isRow ? row : shelf(panels, WIDE_SWITCH_GAP, width, rowGap);
}
