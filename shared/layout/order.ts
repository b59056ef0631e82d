import { groupBlock } from './group-block.ts';
import type { ElkNode } from './engine.ts';
import { findPods, type Group, type Pod } from './pods.ts';
import { middleOf, readingOrder } from './present.ts';
import type { LayoutGraph, LayoutItem } from './types.ts';

/**
 * The graph with its items in the order of the drawing as it stands: pods and nodes as they are read, clusters and
 * switches from left to right. What nobody has placed follows in its own order.
 */
export function inPresentOrder(graph: LayoutGraph): LayoutGraph {
  const { pods, spines } = findPods(graph);
  const items = readPods(pods).flatMap(({ groups, switches }) => [
    ...byMiddle(groups, (group) => group.nodes).flatMap((group) => readingOrder(group.nodes)),
    ...readingOrder(switches),
  ]);
  return { ...graph, items: [...items, ...readingOrder(spines)] };
}

function readPods(pods: readonly Pod[]): readonly Pod[] {
  const frames = pods.map((pod, i): LayoutItem => {
    const middle = middleOf(membersOf(pod));
    const rest = { width: 0, clusterId: null, tier: null, rack: null } as const;
    return {
      id: String(i),
      height: 2 * POD_ROW,
      ...rest,
      at: middle && { x: middle.x, y: middle.y - POD_ROW },
    };
  });
  return readingOrder(frames).flatMap(({ id }) => pods[Number(id)] ?? []);
}

/** Pods whose middles differ by less than this stand in one row. */
const POD_ROW = 400;

function membersOf({ groups, switches }: Pod): readonly LayoutItem[] {
  return [...groups.flatMap((group) => group.nodes), ...switches];
}

function byMiddle<T>(list: readonly T[], itemsOf: (entry: T) => readonly LayoutItem[]): readonly T[] {
  const keyed = list.map((entry, i) => ({ entry, i, x: middleOf(itemsOf(entry))?.x ?? Infinity }));
  keyed.sort((p, q) => (p.x === q.x ? p.i - q.i : p.x - q.x));
  return keyed.map(({ entry }) => entry);
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.partitioning.activate': 'true',
  'elk.separateConnectedComponents': 'true',
  // Stable: the order given is kept wherever another one would not save a crossing.
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.randomSeed': '1',
} as const;
const PARTITION = { above: 0, switch: 1, below: 2 } as const;

/** Clusters and switches as a graph for ELK: one box each, one edge per cluster and switch that are cabled. */
export function blockGraph(graph: LayoutGraph): ElkNode {
  const { pods } = findPods(graph);
  const blockOf = new Map<string, string>();
  const rank = new Map<string, number>();
  const children: ElkNode[] = [];
  const add = (id: string, partition: number, members: readonly LayoutItem[], size: Size) => {
    for (const member of members) blockOf.set(member.id, id);
    rank.set(id, partition);
    const layoutOptions = { 'elk.partitioning.partition': String(partition) };
    children.push({ id, width: size.width, height: size.height, layoutOptions });
  };
  for (const { groups, switches } of pods) {
    for (const group of groups) add(group.id, PARTITION[group.tier], group.nodes, groupBlock(group, graph));
    for (const item of switches) add(item.id, PARTITION.switch, [item], item);
  }
  return { id: 'tiers', layoutOptions: OPTIONS, children, edges: edgesBetween(graph, blockOf, rank) };
}

type Size = Pick<LayoutItem, 'width' | 'height'>;

function edgesBetween(
  { links }: LayoutGraph,
  blockOf: ReadonlyMap<string, string>,
  rank: ReadonlyMap<string, number>,
): NonNullable<ElkNode['edges']> {
  const edges = new Map<string, { id: string; sources: string[]; targets: string[] }>();
  for (const link of links) {
    const [a, b] = [blockOf.get(link.a), blockOf.get(link.b)];
    // Things of one tier stand beside each other: an edge would put one of them below the other.
    if (a === undefined || b === undefined || rank.get(a) === rank.get(b)) continue;
    const [upper, lower] = (rank.get(a) ?? 0) < (rank.get(b) ?? 0) ? [a, b] : [b, a];
    const id = `${upper} ${lower}`;
    edges.set(id, { id, sources: [upper], targets: [lower] });
  }
  return [...edges.values()];
}

/** The graph with clusters and switches in the order of ELK's answer; pods and nodes keep theirs. */
export function inAnsweredOrder(graph: LayoutGraph, answer: ElkNode): LayoutGraph {
  const x = new Map((answer.children ?? []).map((block) => [block.id, block.x ?? 0]));
  const sorted = <T extends Group | LayoutItem>(list: readonly T[]) =>
    [...list].sort((p, q) => (x.get(p.id) ?? 0) - (x.get(q.id) ?? 0));
  const { pods, spines } = findPods(graph);
  const items = pods.flatMap(({ groups, switches }) => [
    ...sorted(groups).flatMap((group) => group.nodes),
    ...sorted(switches),
  ]);
  return { ...graph, items: [...items, ...spines] };
}
