import type { PortId, SwitchId } from '../lib/ids.ts';
import type { Plan, PlanNode, PlanPort, PlanSwitch, PortOwner } from '../plan/types.ts';
import type { HostPort } from './facts.ts';
import { followsFrom } from './tracked.ts';

/** Goes through the adapter ports cabled to the ports of a switch, in panel order. */
export function visitHostPorts(
  ports: PlanSwitch['ports'],
  plan: Pick<Plan, 'portById' | 'nodeById'>,
  visit: (node: PlanNode, port: PlanPort, at: PortId) => void,
): void {
  let last: PlanNode | undefined;
  for (const { id, lanes, peerId, peerOwner } of ports) {
    if (lanes.length > 0) {
      for (const { peerId: far } of lanes) {
        visitPeer(far, (far !== null && plan.portById.get(far)?.owner) || null, id);
      }
    } else visitPeer(peerId, peerOwner, id);
  }

  function visitPeer(peerId: PortId | null, owner: PortOwner | null, at: PortId): void {
    if (peerId === null || owner?.kind !== 'adapter') return;
    // Ports beside each other often lead to one node.
    if (last?.id !== owner.nodeId) last = plan.nodeById.get(owner.nodeId);
    const port = last && portOf(last, peerId);
    if (last && port) visit(last, port, at);
  }
}

/** A node has few ports: looking through them spares a way to all ports of the plan. */
function portOf({ adapters }: PlanNode, id: PortId): PlanPort | undefined {
  for (const { ports } of adapters) for (const port of ports) if (port.id === id) return port;
  return undefined;
}

/** Gives the adapter ports cabled to a switch. */
export function hostPortsIn(plan: Plan): (id: SwitchId) => readonly HostPort[] {
  followsFrom(plan, 'nodes', 'switches');
  return (id) => {
    const list: HostPort[] = [];
    const { ports = [] } = plan.switchById.get(id) ?? {};
    visitHostPorts(ports, plan, (node, port) => list.push({ node, port }));
    return list;
  };
}
