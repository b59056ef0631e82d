import type { ClusterId } from '../../shared/lib/ids.ts';
import { headroomText, preciseGigabytes } from '../../shared/lib/numbers.ts';
import type { ClusterLoad, VmLoad } from '../../shared/model/index.ts';
import { loadOf, loadRates, type Plan } from '../../shared/plan/index.ts';

/** What a load begins with: a hundred machines of a common kind, to be overwritten. */
export const FIRST_LOAD: ClusterLoad = {
  vms: [{ name: 'Virtual machines', count: 100, iops: 500, blockKiB: 32, readShare: 70 }],
  growthPercent: 20,
};

/** A further kind of machine, with a name no other has. */
export function anotherKind({ vms }: ClusterLoad): VmLoad {
  const names = new Set(vms.map(({ name }) => name));
  let number = vms.length + 1;
  while (names.has(`Machines ${number}`)) number += 1;
  return { name: `Machines ${number}`, count: 10, iops: 500, blockKiB: 32, readShare: 70 };
}

/** What one kind of machines asks of storage together, in few words. */
export function vmText(vm: VmLoad): string {
  const { read, write } = loadRates({ vms: [vm], growthPercent: 0 });
  return `${preciseGigabytes(read + write)} GB/s`;
}

/** What a cluster asks and what is left over, for the inspector. */
export function loadFacts(
  plan: Plan,
  id: ClusterId,
): readonly { readonly label: string; readonly value: string }[] {
  const result = loadOf(plan).find(({ clusterId }) => clusterId === id);
  if (!result) return [];
  const { now, grownAndFailed } = result.headroomPercent;
  return [
    { label: 'Per node', value: `${preciseGigabytes(result.perNodeGbps)} GB/s` },
    {
      label: 'Reads',
      value: `${preciseGigabytes(result.readGbps)} of ${preciseGigabytes(result.rateGbps.read)} GB/s`,
    },
    {
      label: 'Writes',
      value: `${preciseGigabytes(result.writeGbps)} of ${preciseGigabytes(result.rateGbps.write)} GB/s`,
    },
    { label: 'Headroom', value: headroomText(now) },
    { label: 'At worst', value: headroomText(grownAndFailed) },
  ];
}
