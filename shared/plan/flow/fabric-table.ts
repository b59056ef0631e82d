import { must } from '../../lib/assert.ts';
import type { NetworkId, SwitchId } from '../../lib/ids.ts';
import { dataRate } from '../payload.ts';
import type { PlanPort } from '../types.ts';
import type { Cabling, SwitchLead } from './cabling.ts';
import type { Fabric, FlowInput } from './types.ts';

/** The networks of one switch that are in use. */
interface Row {
  readonly forward: number | null;
  readonly fabrics: Map<NetworkId, number>;
}

/** Numbers the networks on each switch in the order in which they are asked for. */
export class FabricTable {
  readonly fabrics: Fabric[] = [];
  /** Networks that hosts move storage on. */
  readonly networks = new Set<NetworkId>();
  private readonly rows = new Map<SwitchId, Row>();
  private readonly attached = new Map<SwitchLead, readonly number[]>();
  private readonly plan: FlowInput;

  constructor(plan: FlowInput) {
    this.plan = plan;
  }

  at(switchId: SwitchId, network: NetworkId): number {
    let row = this.rows.get(switchId);
    if (!row)
      this.rows.set(switchId, (row = { forward: forwardRate(this.plan, switchId), fabrics: new Map() }));
    const known = row.fabrics.get(network);
    if (known !== undefined) return known;
    this.fabrics.push({ switchId, forward: row.forward });
    row.fabrics.set(network, this.fabrics.length - 1);
    return this.fabrics.length - 1;
  }

  /** The fabrics that a port with this lead is on. */
  attach(lead: SwitchLead): readonly number[] {
    let fabrics = this.attached.get(lead);
    if (!fabrics) {
      for (const network of lead.networks) this.networks.add(network);
      fabrics = lead.networks.map((network) => this.at(lead.switchId, network));
      this.attached.set(lead, fabrics);
    }
    return fabrics;
  }

  attachAll({ leads }: Cabling): void {
    for (const lead of leads) if (lead !== null && lead !== 'node') this.attach(lead);
  }
}

/**
 * What a switch forwards at most, as payload: its ports carry headers along, by the greatest share that a host on it
 * sends.
 */
function forwardRate(plan: FlowInput, id: SwitchId): number | null {
  const { part, ports } = must(plan.switchById.get(id), 'a switch');
  const most = part?.forwardGbps ?? null;
  if (most === null) return null;
  let lines = 0;
  for (const { speedGbps, linkIds } of ports)
    if (speedGbps !== null && linkIds.length > 0) lines += dataRate(speedGbps);
  return most < lines ? most * leastShare(plan, ports) : null;
}

/** How much of what crosses the ports of a switch is payload, where that is least. */
function leastShare({ portById }: FlowInput, ports: readonly PlanPort[]): number {
  let share = 1;
  for (const { speedGbps, lanes, peerId, linkIds } of ports) {
    if (speedGbps === null || linkIds.length === 0) continue;
    for (const far of lanes.length > 0 ? lanes : [{ peerId }]) {
      const peer = far.peerId && portById.get(far.peerId);
      if (!peer || peer.owner.kind !== 'adapter' || peer.speedGbps === null) continue;
      share = Math.min(share, peer.payloadGbps / dataRate(peer.speedGbps));
    }
  }
  return share;
}
