import type { Plan, PlanNode } from '../../plan/types.ts';

/** Rate from which the host network requirements put live migration on SMB Direct, Gb/s. */
export const SMB_FROM_GBPS = 5;

/** Nodes that run virtual machines, by cluster. */
function computeNodes({ clusters }: Plan): readonly (readonly PlanNode[])[] {
  return clusters.flatMap(({ record, nodes }) => (record.kind === 'file-server' ? [] : [nodes]));
}

/** Why rules about live migration do not apply; null where there are two nodes to migrate between. */
export function whyNoMigration(plan: Plan): string | null {
  return computeNodes(plan).reduce((sum, nodes) => sum + nodes.length, 0) < 2
    ? 'There are not two nodes to migrate virtual machines between.'
    : null;
}

/** Line rate of the RDMA adapters a node uses, Gb/s. */
function rdmaRate({ adapters }: PlanNode): number {
  let sum = 0;
  for (const { used, rdma, dataRateGbps } of adapters) if (used && rdma) sum += dataRateGbps;
  return sum;
}

/** The SMB class of the compute node with the least RDMA rate, Gb/s; 0 when one has none. */
export function smbClassGbps(plan: Plan): number {
  let least = Infinity;
  for (const nodes of computeNodes(plan)) {
    for (const node of nodes) least = Math.min(least, rdmaRate(node));
  }
  return (least * plan.fabric.smbShare) / 100;
}

/** The limit on live migration in Gb/s; null for none. */
export function limitGbps({ fabric }: Plan): number | null {
  return fabric.liveMigrationLimitMBps === null ? null : (fabric.liveMigrationLimitMBps * 8) / 1000;
}

/** Ids of the clusters that run virtual machines. */
export function computeClusters(plan: Plan): readonly string[] {
  return plan.clusters.filter(({ record }) => record.kind !== 'file-server').map(({ record }) => record.id);
}
