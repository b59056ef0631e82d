import type { VmLoad } from '../model/index.ts';
import type { SizeRequest } from './request.ts';

/** What one giving node has to deliver, GB/s. */
export interface Need {
  /** Now, as asked. */
  readonly target: number;
  /** With growth. */
  readonly withGrowth: number;
}

/** Nodes that give: file servers, or all of a hyper-converged cluster. */
export function givingNodes({ nodes }: Pick<SizeRequest, 'nodes'>): number {
  return 'hyperConverged' in nodes ? nodes.hyperConverged : nodes.fileServers;
}

/** GB/s of one kind of virtual machine, all of them together. */
function trafficOf({ count, iops, blockKiB }: VmLoad): number {
  return (count * iops * blockKiB * 1024) / 1e9;
}

/** What the target asks of one giving node. */
export function needOf(request: SizeRequest): Need {
  const { target, growthPercent } = request;
  const each =
    'vms' in target
      ? target.vms.reduce((sum, vm) => sum + trafficOf(vm), 0) / givingNodes(request)
      : target.gigabytesPerServer;
  return { target: each, withGrowth: each * (1 + growthPercent / 100) };
}
