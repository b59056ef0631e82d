import type { Plan, PlanNode } from '../../plan/types.ts';
import type { Facts } from '../facts.ts';
import { pairKey } from './pairs.ts';

type PlanCluster = Plan['clusters'][number];

/** A hyper-converged cluster whose nodes are joined by direct cables. */
export interface DirectCluster extends PlanCluster {
  readonly subject: string;
  /** Number of cables by pair of nodes, as `a b` in order of id. */
  readonly cables: ReadonlyMap<string, number>;
}

/** Hyper-converged clusters of two or more nodes with direct cables between them. */
export function directClusters(plan: Plan, { direct }: Facts): readonly DirectCluster[] {
  if (direct.length === 0) return [];
  const clusterOf = new Map<string, string>();
  for (const { record, nodes } of plan.clusters) {
    if (record.kind === 'hyper-converged') for (const node of nodes) clusterOf.set(node.id, record.id);
  }
  const cables = new Map<string, Map<string, number>>();
  for (const { a, b, speedGbps, problem } of direct) {
    const cluster = clusterOf.get(a.ownerId);
    if (cluster === undefined || cluster !== clusterOf.get(b.ownerId)) continue;
    const own = cables.get(cluster) ?? new Map<string, number>();
    const key = pairKey(a.ownerId, b.ownerId);
    own.set(key, (own.get(key) ?? 0) + (speedGbps !== null && problem === null ? 1 : 0));
    cables.set(cluster, own);
  }
  return plan.clusters.flatMap(({ record, nodes }) => {
    const own = cables.get(record.id);
    return own && nodes.length > 1 ? [{ subject: record.id, record, nodes, cables: own }] : [];
  });
}

/** Every pair of nodes with its number of working direct cables. */
export function pairsOf({
  nodes,
  cables,
}: DirectCluster): readonly { readonly a: PlanNode; readonly b: PlanNode; readonly cables: number }[] {
  return nodes.flatMap((a, i) =>
    nodes.slice(i + 1).map((b) => ({ a, b, cables: cables.get(pairKey(a.id, b.id)) ?? 0 })),
  );
}
