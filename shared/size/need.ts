import { loadRates } from '../plan/index.ts';
import type { SizeRequest } from './request.ts';

/** What one giving node has to deliver, GB/s. */
export interface Need {
  /** Now, as asked. */
  readonly target: number;
  /** With growth. */
  readonly withGrowth: number;
}

/** Nodes that give: file servers, or all of a hyper-converged cluster. */
function givingNodes({ nodes }: Pick<SizeRequest, 'nodes'>): number {
  return 'hyperConverged' in nodes ? nodes.hyperConverged : nodes.fileServers;
}

/**
 * What the target asks of one giving node. Cables are full duplex, so that reads and writes of virtual machines do not
 * add up: the greater of the two directions decides.
 */
export function needOf(request: SizeRequest): Need {
  const { target, growthPercent } = request;
  const each = 'vms' in target ? vmNeed(request, target.vms) : target.gigabytesPerServer;
  return { target: each, withGrowth: each * (1 + growthPercent / 100) };
}

function vmNeed(request: SizeRequest, vms: Parameters<typeof loadRates>[0]['vms']): number {
  const { read, write } = loadRates({ vms, growthPercent: 0 });
  return Math.max(read, write) / 8 / givingNodes(request);
}
