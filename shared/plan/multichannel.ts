import type { AdapterId, PortId } from '../lib/ids.ts';
import type { PlanNode } from './types.ts';

/** Whether SMB Multichannel moves storage over one port, and why. */
export interface MultichannelPort {
  readonly adapterId: AdapterId;
  readonly portId: PortId;
  /** Windows name of the port. */
  readonly name: string;
  readonly speedGbps: number | null;
  readonly used: boolean;
  /** `the fastest running RDMA ports`, `slower than 100 Gb/s of SLOT 2 Port 1`, `no RDMA`, `not cabled`. */
  readonly reason: string;
}

/**
 * The choice of SMB Multichannel on one node: interfaces that can do RDMA before those that cannot, and of these the
 * ones with the highest line speed; the others idle until all of these are lost. Ports in the order of the plan.
 * Source: https://learn.microsoft.com/windows-server/storage/file-server/smb-multichannel
 */
export function multichannelOf({ adapters }: PlanNode): readonly MultichannelPort[] {
  let best: { readonly name: string; readonly speed: number } | null = null;
  for (const { rdma, ports } of adapters) {
    if (!rdma) continue;
    for (const { name, speedGbps } of ports)
      if (speedGbps !== null && speedGbps > (best?.speed ?? 0)) best = { name, speed: speedGbps };
  }
  return adapters.flatMap((adapter) =>
    adapter.ports.map(({ id, name, linkIds, speedGbps }): MultichannelPort => {
      const common = { adapterId: adapter.id, portId: id, name, speedGbps };
      const left = (reason: string) => ({ ...common, used: false, reason });
      if (linkIds.length === 0) return left('not cabled');
      if (speedGbps === null) return left('its cable does not run');
      if (!adapter.rdma) return left(noRdma(adapter));
      if (best && speedGbps < best.speed) return left(`slower than ${best.speed} Gb/s of ${best.name}`);
      return { ...common, used: true, reason: `RDMA at ${speedGbps} Gb/s, the highest speed of the node` };
    }),
  );
}

function noRdma({ part, slot }: PlanNode['adapters'][number]): string {
  if (part === null) return 'no RDMA: nobody knows the product';
  if (part.rdma.length === 0) return 'no RDMA: the card has none';
  if (slot.protocol === null) return 'no RDMA: switched off';
  return `no RDMA: the card does not speak ${slot.protocol}`;
}
