import { loadOf, type LoadResult } from '../../plan/index.ts';
import type { Plan } from '../../plan/types.ts';
import { round1 } from '../words.ts';

/** The load of one cluster that has nodes to run it. */
export interface LoadedCluster {
  readonly subject: string;
  readonly name: string;
  readonly result: LoadResult;
}

/** Clusters with nodes and a load that counts. */
export function loadedClusters(plan: Plan): readonly LoadedCluster[] {
  // Most designs have no load: then nothing else of the plan is read.
  const clusters = plan.clusters.filter(({ record }) => record.load !== null);
  if (clusters.length === 0) return [];
  const results = new Map(loadOf(plan).map((result) => [result.clusterId, result]));
  return clusters.flatMap(({ record, nodes }) => {
    const result = results.get(record.id);
    return result && nodes.length > 0 ? [{ subject: record.id, name: record.name, result }] : [];
  });
}

/** `reads 12.5 Gb/s and gets 9.8`, of the direction that is shortest; `factor` is what the load has grown to. */
export function shortage(
  { readGbps, writeGbps }: LoadResult,
  rate: LoadResult['rateGbps'],
  factor: number,
): string {
  const ways = [
    { doing: 'reads', asked: readGbps * factor, given: rate.read },
    { doing: 'writes', asked: writeGbps * factor, given: rate.write },
  ].filter(({ asked }) => asked > 0);
  const worst = ways.reduce((x, y) => (y.given / y.asked < x.given / x.asked ? y : x));
  return `${worst.doing} ${round1(worst.asked)} Gb/s and gets ${round1(worst.given)} Gb/s`;
}
