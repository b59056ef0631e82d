import { grid, pad, shelf, type Block } from '../geometry/blocks.ts';
import { compareText } from '../lib/stable-json.ts';
import type { Group } from './pods.ts';
import { rowsOf } from './present.ts';
import type { LayoutGraph, LayoutItem } from './types.ts';

const NODE_GAP = 20;
/** Between neighbours cabled to each other without a switch. */
const LOOP_GAP = 40;
/** Between the racks of one cluster. */
const RACK_GAP = 64;
/** Width over height of a cluster's cards. */
const SHAPE = 5;
/** Between rows of cards: cables pass there. */
const ROW_GAP = 56;
/** A present number of rows is kept while it is not further than this from the best one. */
const KEPT_ROWS = 0.8;
/** Rows of today may differ by this many cards. */
const RAGGED = 2;
/** More nodes than this that are cabled to each other stand in two rows. */
const LONGEST_LOOP_ROW = 4;
const LOOP_ROW_GAP = 168;
/** Around the cards of a cluster: its region and caption. */
const REGION = { side: 16, near: 20, far: 52 } as const;

/** The cards of one cluster with room for the region and its caption; racks stay together. */
export function groupBlock(group: Group, graph: LayoutGraph): Block {
  const ids = new Set(group.nodes.map(({ id }) => id));
  const inside = graph.links.filter(({ a, b }) => ids.has(a) && ids.has(b));
  const blocks = byRack(group.nodes).map((nodes) => {
    if (inside.length > 0) return grid(loopRows(nodes, inside), LOOP_GAP, LOOP_ROW_GAP);
    const rows = keptRows(nodes) ?? bestRows(inOrder(nodes));
    return grid(rows, Math.min(160, NODE_GAP + (rows.length - 1) * 16), ROW_GAP);
  });
  const top = group.tier === 'above' ? REGION.far : REGION.near;
  const bottom = group.tier === 'above' ? REGION.near : REGION.far;
  return pad(shelf(blocks, RACK_GAP, Infinity), { side: REGION.side, top, bottom });
}

/** Nodes of one rack after another, those without a rack last. */
function byRack(nodes: readonly LayoutItem[]): readonly (readonly LayoutItem[])[] {
  const racks = new Map<number, LayoutItem[]>();
  for (const node of nodes) {
    const key = node.rack ?? Infinity;
    const rack = racks.get(key);
    if (rack) rack.push(node);
    else racks.set(key, [node]);
  }
  return [...racks].sort(([a], [b]) => (a === b ? 0 : a - b)).map(([, rack]) => rack);
}

/** Number of rows that gives the cards of a cluster their shape. */
function bestCount(nodes: readonly LayoutItem[]): number {
  const width = Math.max(...nodes.map((node) => node.width));
  const height = Math.max(...nodes.map((node) => node.height));
  return Math.sqrt((nodes.length * width) / (SHAPE * height));
}

function bestRows(nodes: readonly LayoutItem[]): readonly (readonly LayoutItem[])[] {
  const count = Math.max(1, Math.round(bestCount(nodes)));
  const perRow = Math.ceil(nodes.length / count);
  return Array.from({ length: Math.ceil(nodes.length / perRow) }, (_, row) =>
    nodes.slice(row * perRow, (row + 1) * perRow),
  );
}

/** As they are read while they stand in one row; several rows given up have no order to keep but that of their making. */
function inOrder(nodes: readonly LayoutItem[]): readonly LayoutItem[] {
  return rowsOf(nodes).length < 2 ? nodes : [...nodes].sort((p, q) => compareText(p.id, q.id));
}

/**
 * The rows of today, with what is new at the end of the shortest one; null where they are far from the best shape or
 * ragged. One more node then moves no other.
 */
function keptRows(nodes: readonly LayoutItem[]): readonly (readonly LayoutItem[])[] | null {
  const rows = rowsOf(nodes).map((row) => [...row]);
  const longest = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length === 0 || Math.abs(rows.length - bestCount(nodes)) > KEPT_ROWS) return null;
  if (rows.slice(0, -1).some((row) => row.length < longest - RAGGED)) return null;
  // A last row that sticks out looks unfinished.
  const last = rows.at(-1)?.length ?? 0;
  if (rows.some((row) => row.length < last - 1)) return null;
  for (const node of nodes) {
    if (node.at !== null) continue;
    const [shortest] = [...rows].sort((p, q) => p.length - q.length);
    shortest?.push(node);
  }
  return rows;
}

/**
 * Nodes cabled to each other without a switch: one row in the order of a walk along their cables; many of them in
 * two rows that face each other, the second one running back.
 */
function loopRows(
  nodes: readonly LayoutItem[],
  links: LayoutGraph['links'],
): readonly (readonly LayoutItem[])[] {
  const walk = walkAlong(nodes, links);
  if (walk.length <= LONGEST_LOOP_ROW) return [walk];
  const half = Math.ceil(walk.length / 2);
  return [walk.slice(0, half), walk.slice(half).reverse()];
}

function walkAlong(nodes: readonly LayoutItem[], links: LayoutGraph['links']): readonly LayoutItem[] {
  const joined = new Set(links.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  const left = new Map(nodes.map((node) => [node.id, node]));
  const walk: LayoutItem[] = [];
  let [next] = nodes;
  while (next) {
    const { id } = next;
    walk.push(next);
    left.delete(id);
    const waiting: readonly LayoutItem[] = [...left.values()];
    next = waiting.find((node) => joined.has(`${id} ${node.id}`)) ?? waiting[0];
  }
  return walk;
}
