import type { PortId, SwitchId } from '../lib/ids.ts';
import type { Plan, PlanNode, PlanPort, PlanSwitch } from '../plan/types.ts';
import type { HostPort } from './facts.ts';

/** Goes through the adapter ports cabled to the ports of a switch, in panel order. */
export function visitHostPorts(
  ports: PlanSwitch['ports'],
  { portById, nodeById }: Pick<Plan, 'portById' | 'nodeById'>,
  visit: (node: PlanNode, port: PlanPort, at: PortId) => void,
): void {
  let last: PlanNode | undefined;
  for (const { id, lanes, peerId } of ports) {
    if (lanes.length > 0) for (const lane of lanes) visitPeer(lane.peerId, id);
    else if (peerId !== null) visitPeer(peerId, id);
  }

  function visitPeer(peerId: PortId | null, at: PortId): void {
    const port = peerId === null ? undefined : portById.get(peerId);
    if (port?.owner.kind !== 'adapter') return;
    // Ports beside each other often lead to one node.
    const { nodeId } = port.owner;
    if (last?.id !== nodeId) last = nodeById.get(nodeId);
    if (last) visit(last, port, at);
  }
}

/** Gives the adapter ports cabled to a switch. */
export function hostPortsIn({ switchById, portById, nodeById }: Plan): (id: SwitchId) => readonly HostPort[] {
  return (id) => {
    const list: HostPort[] = [];
    const { ports = [] } = switchById.get(id) ?? {};
    visitHostPorts(ports, { portById, nodeById }, (node, port) => list.push({ node, port }));
    return list;
  };
}
