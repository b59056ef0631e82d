import { must } from '../lib/assert.ts';
import type { NodeId } from '../lib/ids.ts';
import { sortNatural } from '../lib/natural-order.ts';
import { compareText } from '../lib/stable-json.ts';
import { CLUSTER_KINDS, type Cluster, type Design } from '../model/index.ts';
import type { NodeDraft } from './expand.ts';

/** Clusters by kind (those that give storage first), then by name. */
export function orderClusters(design: Design): Cluster[] {
  const named = sortNatural(
    design.clusters.values(),
    (cluster) => cluster.name,
    (cluster) => cluster.id,
  );
  return CLUSTER_KINDS.flatMap((kind) => named.filter((cluster) => cluster.kind === kind));
}

/** The nodes by cluster in the order given, then by name. `before` is an order they were in, where one is known. */
export function orderNodes(
  nodes: ReadonlyMap<NodeId, NodeDraft>,
  clusters: readonly Cluster[],
  before: readonly NodeDraft[],
): NodeDraft[] {
  const groups = new Map(clusters.map((cluster): [string, NodeDraft[]] => [cluster.id, []]));
  const place = (draft: NodeDraft) => groups.get(draft.record.clusterId)?.push(draft);
  // Most edits leave the names alone: from their last order a sort has next to nothing to do.
  const known: NodeDraft[] = [];
  for (const { record } of before) {
    const draft = nodes.get(record.id);
    if (draft) known.push(draft);
  }
  known.forEach(place);
  if (known.length < nodes.size) {
    const placed = new Set(known);
    for (const draft of nodes.values()) if (!placed.has(draft)) place(draft);
  }
  return [...groups.values()].flatMap((group) => (inOrder(group) ? group : group.sort(compareNames)));
}

function inOrder(drafts: readonly NodeDraft[]): boolean {
  return drafts.every((draft, i) => i === 0 || compareNames(must(drafts[i - 1], 'a node before'), draft) < 0);
}

/** As `compareNatural`, by keys made once. */
function compareNames(a: NodeDraft, b: NodeDraft): number {
  return (
    compareText(a.nameKey, b.nameKey) ||
    compareText(a.record.name, b.record.name) ||
    compareText(a.record.id, b.record.id)
  );
}
