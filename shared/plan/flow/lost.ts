import type { SubjectId } from '../../lib/ids.ts';
import type { PlanNode, PlanPort, PortOwner } from '../types.ts';
import type { FlowInput, Question } from './types.ts';

/** What has failed, with all lanes of a breakout cable of which one is named: it is pulled as a whole. */
export function spreadLoss({ runs }: Pick<FlowInput, 'runs'>, lost: Question['lost']): Question['lost'] {
  if (lost.size === 0) return lost;
  const all = new Set<SubjectId>(lost);
  for (const { links, ways } of runs) {
    if (ways > 1 && links.some(({ id }) => lost.has(id))) for (const { id } of links) all.add(id);
  }
  return all;
}

/** The port at the far end of a running cable; null where nothing runs. */
export function farPort(plan: Pick<FlowInput, 'portById'>, port: PlanPort): PlanPort | null {
  if (port.speedGbps === null || port.peerId === null) return null;
  return plan.portById.get(port.peerId) ?? null;
}

/** True when the cable of a running port or something at one of its ends has failed. */
export function portLost(lost: Question['lost'], { linkIds, owner, peerOwner }: PlanPort): boolean {
  if (lost.size === 0) return false;
  return lost.has(linkIds[0] ?? '') || ownerLost(lost, owner) || ownerLost(lost, peerOwner);
}

function ownerLost(lost: Question['lost'], owner: PortOwner | null): boolean {
  if (owner === null) return false;
  return owner.kind === 'switch'
    ? lost.has(owner.switchId)
    : lost.has(owner.nodeId) || lost.has(owner.adapterId);
}

/** The running ports of a node's RDMA adapters that have not failed, with what they lead to. */
export function runningPorts(plan: FlowInput, node: PlanNode, lost: Question['lost']): RunningPort[] {
  return node.adapters.flatMap((adapter, adapterIndex) =>
    adapter.rdma
      ? adapter.ports.flatMap((port, index): RunningPort[] => {
          const far = farPort(plan, port);
          return far && !portLost(lost, port) ? [{ adapter, adapterIndex, port, index, far }] : [];
        })
      : [],
  );
}

export interface RunningPort {
  readonly adapter: PlanNode['adapters'][number];
  /** Places among the adapters of the node and among the ports of the adapter. */
  readonly adapterIndex: number;
  readonly index: number;
  readonly port: PlanPort;
  readonly far: PlanPort;
}
