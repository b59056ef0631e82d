import type { Plan } from '../../plan/types.ts';
import type { ClusterTraits, Facts } from '../facts.ts';

/** Rate from which the host network requirements put live migration on SMB Direct, Gb/s. */
export const SMB_FROM_GBPS = 5;

/** Clusters that run virtual machines. */
function clustersOf({ clusters }: Facts): readonly ClusterTraits[] {
  return clusters.filter(({ record }) => record.kind !== 'file-server');
}

/** Why rules about live migration do not apply; null where there are two nodes to migrate between. */
export function whyNoMigration(facts: Facts): string | null {
  return clustersOf(facts).reduce((sum, { nodes }) => sum + nodes.length, 0) < 2
    ? 'There are not two nodes to migrate virtual machines between.'
    : null;
}

/** The SMB class of the compute node with the least RDMA rate, Gb/s; 0 when one has none. */
export function smbClassGbps({ fabric }: Plan, { leastRdmaGbps }: Facts): number {
  return (leastRdmaGbps * fabric.smbShare) / 100;
}

/** The limit on live migration in Gb/s; null for none. */
export function limitGbps({ fabric }: Plan): number | null {
  return fabric.liveMigrationLimitMBps === null ? null : (fabric.liveMigrationLimitMBps * 8) / 1000;
}

/** Ids of the clusters that run virtual machines. */
export function computeClusters(facts: Facts): readonly string[] {
  return clustersOf(facts).map(({ record }) => record.id);
}
