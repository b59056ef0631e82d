import { grid, shelf, type Block } from '../geometry/blocks.ts';
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
/** Direct cables beyond this many nodes run between two rows that face each other. */
const LONGEST_ROW = 4;
/** Around the cards of a cluster: its region and caption. */
const REGION = { side: 16, near: 20, far: 52 } as const;

/** The cards of one cluster with room for the region and its caption; racks stay together. */
export function groupBlock(group: Group, graph: LayoutGraph): Block {
  const ids = new Set(group.nodes.map(({ id }) => id));
  const inside = graph.links.filter(({ a, b }) => ids.has(a) && ids.has(b));
  const top = group.tier === 'above' ? REGION.far : REGION.near;
  const padding = { side: REGION.side, top, bottom: REGION.far + REGION.near - top };
  const none = { side: 0, top: 0, bottom: 0 };
  const racks = byRack(group.nodes);
  const blocks = racks.map((nodes) => {
    if (inside.length > 0) {
      const perRow = nodes.length <= LONGEST_ROW ? nodes.length : Math.ceil(nodes.length / 2);
      return grid(aroundLoop(nodes, inside, perRow), perRow, LOOP_GAP, 3 * ROW_GAP, none);
    }
    const { perRow, rows } = shapeOf(nodes);
    const gap = Math.min(160, NODE_GAP + (rows - 1) * 16);
    return grid(nodes, perRow, gap, ROW_GAP, none);
  });
  return pad(shelf(blocks, RACK_GAP, Infinity), padding);
}

function pad(
  { width, height, at }: Block,
  { side, top, bottom }: { readonly side: number; readonly top: number; readonly bottom: number },
): Block {
  return {
    width: width + 2 * side,
    height: height + top + bottom,
    at: at.map(({ id, x, y }) => ({ id, x: x + side, y: y + top })),
  };
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

/** How many rows, and how long: those of today while they are nearly right, so that one more node moves no other. */
function shapeOf(nodes: readonly LayoutItem[]): { readonly perRow: number; readonly rows: number } {
  const width = Math.max(...nodes.map((node) => node.width));
  const height = Math.max(...nodes.map((node) => node.height));
  const best = Math.sqrt((nodes.length * width) / (SHAPE * height));
  const present = rowsOf(nodes);
  const longest = Math.max(0, ...present.map((row) => row.length));
  if (present.length > 1) {
    const rows = Math.ceil(nodes.length / longest);
    if (Math.abs(rows - best) <= KEPT_ROWS) return { perRow: longest, rows };
  }
  if (present.length === 1 && Math.abs(1 - best) <= KEPT_ROWS) return { perRow: nodes.length, rows: 1 };
  const rows = Math.max(1, Math.round(best));
  return { perRow: Math.ceil(nodes.length / rows), rows };
}

/** Nodes in the order of a walk along their direct cables; with two rows the second one runs back. */
function aroundLoop(
  nodes: readonly LayoutItem[],
  links: LayoutGraph['links'],
  perRow: number,
): readonly LayoutItem[] {
  const left = new Map(nodes.map((node) => [node.id, node]));
  const walk: LayoutItem[] = [];
  let [next] = nodes;
  while (next) {
    walk.push(next);
    left.delete(next.id);
    const { id } = next;
    const [neighbour] = nodes.filter(
      (node) =>
        left.has(node.id) &&
        links.some(({ a, b }) => (a === id && b === node.id) || (b === id && a === node.id)),
    );
    next = neighbour ?? left.values().next().value;
  }
  return [...walk.slice(0, perRow), ...walk.slice(perRow).reverse()];
}
