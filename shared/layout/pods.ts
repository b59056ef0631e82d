import type { LayoutGraph, LayoutItem } from './types.ts';

/** The nodes of one cluster. */
export interface Group {
  readonly id: string;
  readonly tier: 'above' | 'below';
  readonly nodes: readonly LayoutItem[];
}

/** Clusters that live on the same switches, with those switches. */
export interface Pod {
  readonly groups: readonly Group[];
  readonly switches: readonly LayoutItem[];
}

export interface Pods {
  readonly pods: readonly Pod[];
  /** Switches without nodes: they join pods. */
  readonly spines: readonly LayoutItem[];
}

/**
 * Splits a graph into pods. A switch belongs to the cluster it has most cables of; a cluster without switches of its
 * own joins the one whose switch it uses.
 */
export function findPods(graph: LayoutGraph): Pods {
  const groups = groupsOf(graph);
  const switches = graph.items.filter((item) => item.clusterId === null);
  const shares = sharesOf(graph);
  const home = new Map<string, string>();
  for (const { id } of switches) {
    const cluster = most(shares.get(id));
    if (cluster !== null) home.set(id, cluster);
  }
  // Without cables to switches there is nothing to split by: everything is one pod.
  if (home.size === 0) return { pods: [{ groups, switches }], spines: [] };
  const owners = new Set(home.values());
  const podOf = new Map<string, string>();
  for (const { id } of groups) {
    const used = switches.find((item) => shares.get(item.id)?.has(id));
    const joined = owners.has(id) || !used ? undefined : home.get(used.id);
    podOf.set(id, joined ?? id);
  }
  const keyOf = (cluster: string | undefined) => podOf.get(cluster ?? '') ?? cluster;
  const pods = [...new Set(groups.map(({ id }) => keyOf(id)))].map((key) => ({
    groups: groups.filter(({ id }) => keyOf(id) === key),
    switches: switches.filter(({ id }) => home.has(id) && keyOf(home.get(id)) === key),
  }));
  return { pods, spines: switches.filter(({ id }) => !home.has(id)) };
}

function groupsOf({ items }: LayoutGraph): readonly Group[] {
  const groups = new Map<string, { id: string; tier: 'above' | 'below'; nodes: LayoutItem[] }>();
  for (const item of items) {
    if (item.clusterId === null || item.tier === null) continue;
    const group = groups.get(item.clusterId);
    if (group) group.nodes.push(item);
    else groups.set(item.clusterId, { id: item.clusterId, tier: item.tier, nodes: [item] });
  }
  return [...groups.values()];
}

/** Cables of each cluster to each switch. */
function sharesOf({ items, links }: LayoutGraph): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const clusterOf = new Map(items.map((item) => [item.id, item.clusterId]));
  const shares = new Map<string, Map<string, number>>();
  for (const { a, b, count } of links) {
    for (const [node, end] of [
      [a, b],
      [b, a],
    ] as const) {
      const cluster = clusterOf.get(node);
      if (cluster === null || cluster === undefined || clusterOf.get(end) !== null) continue;
      const ofSwitch = shares.get(end) ?? new Map<string, number>();
      ofSwitch.set(cluster, (ofSwitch.get(cluster) ?? 0) + count);
      shares.set(end, ofSwitch);
    }
  }
  return shares;
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
