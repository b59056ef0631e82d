import type { PlanAdapter, PlanNode } from '../plan/types.ts';
import type { Facts, SlotCabling, SlotUse } from './facts.ts';

/** What is counted of one slot while the nodes are gone through. */
interface Count {
  cabled: boolean;
  readonly speedsGbps: number[];
  dataRateGbps: number;
  readonly bare: number[];
}

/** What cables do to each slot, and to the nodes: every port is looked at once for all rules that ask about ports. */
export function readCabling(
  slots: readonly SlotUse[],
  byProfile: Facts['byProfile'],
): Pick<Facts, 'cabling' | 'rdmaSpeeds' | 'leastRdmaGbps'> {
  const cabling = new Map<SlotUse, SlotCabling>();
  const speeds = new Set<number>();
  for (const slot of slots) {
    const count = countSlot(slot, byProfile.get(slot.use.profile.id) ?? []);
    cabling.set(slot, count);
    if (slot.adapter.rdma) for (const speed of count.speedsGbps) speeds.add(speed);
  }
  return {
    cabling,
    rdmaSpeeds: [...speeds].sort((a, b) => a - b),
    leastRdmaGbps: leastRdmaRate(byProfile),
  };
}

function countSlot({ index }: SlotUse, nodes: readonly PlanNode[]): SlotCabling {
  const count: Count = { cabled: false, speedsGbps: [], dataRateGbps: 0, bare: [] };
  for (const node of nodes) {
    const adapter = node.adapters[index];
    if (adapter) countAdapter(count, adapter);
  }
  return count;
}

function countAdapter(count: Count, { dataRateGbps, ports }: PlanAdapter): void {
  if (dataRateGbps > count.dataRateGbps) count.dataRateGbps = dataRateGbps;
  for (const { peerId, speedGbps, number } of ports) {
    if (peerId !== null) count.cabled = true;
    else if (!count.bare.includes(number)) count.bare.push(number);
    if (speedGbps !== null && !count.speedsGbps.includes(speedGbps)) count.speedsGbps.push(speedGbps);
  }
}

function leastRdmaRate(byProfile: Facts['byProfile']): number {
  let least = Infinity;
  for (const nodes of byProfile.values()) {
    for (const { cluster, adapters } of nodes) {
      if (cluster.kind === 'file-server') continue;
      let sum = 0;
      for (const { used, rdma, dataRateGbps } of adapters) if (used && rdma) sum += dataRateGbps;
      if (sum < least) least = sum;
    }
  }
  return least;
}
