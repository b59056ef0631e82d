import { loadOf } from '../plan/index.ts';
import type { Plan } from '../plan/types.ts';
import type { LoadedCluster } from './facts.ts';

/**
 * Clusters with nodes and a load that counts. A fact, not a question of each rule: answers about a plan are worked out
 * once and kept beside it, so that whoever asks second would not be seen to read what they follow from.
 */
export function loadedClusters(plan: Plan): readonly LoadedCluster[] {
  const clusters = plan.clusters.filter(({ record }) => record.load !== null);
  if (clusters.length === 0) return [];
  const results = new Map(loadOf(plan).map((result) => [result.clusterId, result]));
  return clusters.flatMap(({ record, nodes }) => {
    const result = results.get(record.id);
    return result && nodes.length > 0 ? [{ subject: record.id, name: record.name, result }] : [];
  });
}
