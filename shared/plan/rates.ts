import type { AdapterId } from '../lib/ids.ts';
import type { NodeDraft, PortDraft } from './expand.ts';
import type { ProfileBlueprint } from './blueprint.ts';
import type { Layout } from './lay-out.ts';
import { dataRate, payloadShare } from './payload.ts';
import type { AdapterLimit, Directions, PlanPort } from './types.ts';

/** An adapter and its ports while rates are worked out. */
type Rated = NodeDraft['adapters'][number];

/**
 * Sets an adapter's ceiling, by direction: the least of its cabled ports' payload, the PCIe link (DMA read to
 * send, DMA write to receive) and the card's own limit. On a tie the ports are named.
 */
function rateAdapter({ adapter, print }: Rated): void {
  let [data, payload] = [0, 0];
  for (const port of adapter.ports) {
    if (port.speedGbps === null) continue;
    data += dataRate(port.speedGbps);
    payload += port.payloadGbps;
  }
  adapter.dataRateGbps = data;
  adapter.portPayloadGbps = payload;
  const card = print.part?.cardLimitGbps ?? null;
  const send = limit(payload, print.pcie?.readGbps ?? 0, card);
  const receive = limit(payload, print.pcie?.writeGbps ?? 0, card);
  adapter.ceilingGbps = { send: send.rate, receive: receive.rate };
  adapter.limitedBy = { send: send.by, receive: receive.by };
}

function limit(ports: number, pcie: number, card: number | null): { rate: number; by: AdapterLimit } {
  if (ports === 0) return { rate: 0, by: 'idle' };
  if (card !== null && card < ports && card < pcie) return { rate: card, by: 'card' };
  return pcie < ports ? { rate: pcie, by: 'pcie' } : { rate: ports, by: 'ports' };
}

/**
 * Rates the adapters and marks those SMB Multichannel would use: RDMA on, cabled, and with a port of the node's
 * greatest line speed. Returns the node's rates over the ports of that speed, and the cabled adapters left out.
 */
export function rateNode({ adapters }: NodeDraft): {
  readonly rate: Directions;
  readonly unused: readonly AdapterId[];
} {
  let best = 0;
  for (const entry of adapters) {
    rateAdapter(entry);
    if (entry.print.rdma) best = Math.max(best, speedClass(entry.adapter.ports));
  }
  const unused: AdapterId[] = [];
  let [send, receive] = [0, 0];
  for (const { adapter, print } of adapters) {
    const speed = speedClass(adapter.ports);
    adapter.used = print.rdma && speed > 0 && speed === best;
    if (adapter.used) {
      const fastest = payloadAt(adapter.ports, best);
      send += Math.min(fastest, adapter.ceilingGbps.send);
      receive += Math.min(fastest, adapter.ceilingGbps.receive);
    } else if (speed > 0) unused.push(adapter.id);
  }
  return { rate: { send, receive }, unused };
}

/** Of an adapter with ports of several speeds the slower ones idle too. */
function payloadAt(ports: readonly PlanPort[], speedGbps: number): number {
  let sum = 0;
  for (const port of ports) if (port.speedGbps === speedGbps) sum += port.payloadGbps;
  return sum;
}

function speedClass(ports: readonly { readonly speedGbps: number | null }[]): number {
  let best = 0;
  for (const port of ports) if (port.speedGbps !== null && port.speedGbps > best) best = port.speedGbps;
  return best;
}

/**
 * Share of the data rate that counts on a link between switches, which carries the frames of many hosts: the
 * least of the running RDMA ports, else of any running port.
 */
export function sharedPayload({ nodes, prints }: Layout, mtu: number): number {
  const least = leastRdmaShare(prints.ofProfiles.values());
  let [rdma, any] = [1, 1];
  for (const node of nodes.values()) {
    // Nearly all ports are alike: the first running one says it.
    if (rdma === least) return rdma;
    for (const { print, ports } of node.adapters) {
      for (const entry of ports) {
        const share = running(entry);
        if (share === null) continue;
        any = Math.min(any, share);
        if (print.rdma) rdma = Math.min(rdma, share);
      }
    }
  }
  if (rdma < 1) return rdma;
  return any < 1 ? any : payloadShare(null, mtu, true);
}

/** The least that any RDMA port of a profile could have, were it running. */
function leastRdmaShare(profiles: Iterable<{ readonly print: ProfileBlueprint }>): number | null {
  let least: number | null = null;
  for (const { print } of profiles) {
    for (const { rdma, ports } of print.adapters) {
      for (const { payloadShare: share } of ports) {
        if (rdma && share !== null && (least === null || share < least)) least = share;
      }
    }
  }
  return least;
}

function running({ port, print }: PortDraft): number | null {
  return port.speedGbps === null ? null : print.payloadShare;
}
