import { must } from '../lib/assert.ts';
import {
  adapterPortId,
  switchPortId,
  type AdapterId,
  type NodeId,
  type PortId,
  type SwitchId,
} from '../lib/ids.ts';
import type { LinkEnd } from '../model/index.ts';
import type { Plan, PlanPort } from '../plan/types.ts';

/** A device whose ports are wanted: a node, a switch, or one card of a node. */
export type PortOwnerId = NodeId | SwitchId | AdapterId;

/** The node or switch a port is on. */
export function deviceOf({ owner }: PlanPort): NodeId | SwitchId {
  return owner.kind === 'switch' ? owner.switchId : owner.nodeId;
}

/** All ports of a device: of a node slot by slot, of a switch in panel order. Nothing for an unknown id. */
export function portsOf(plan: Plan, ownerId: PortOwnerId): readonly PlanPort[] {
  const node = plan.nodeById.get(ownerId as NodeId);
  if (node) return node.adapters.flatMap((adapter) => adapter.ports);
  return (
    plan.switchById.get(ownerId as SwitchId)?.ports ?? plan.adapterById.get(ownerId as AdapterId)?.ports ?? []
  );
}

/** The ports of a device that no cable ends at, in the same order. */
export function freePorts(plan: Plan, ownerId: PortOwnerId): readonly PlanPort[] {
  return portsOf(plan, ownerId).filter((port) => port.linkIds.length === 0);
}

/** The speeds a port may run at: those of its cage, or the one its profile fixes. */
export function allowedSpeeds(plan: Plan, port: PlanPort): readonly number[] {
  const fixed = fixedSpeed(plan, port);
  return fixed === null ? port.speedsGbps : port.speedsGbps.filter((speed) => speed === fixed);
}

/** The speed the profile fixes for an adapter port; null when it fixes none. */
export function fixedSpeed(plan: Plan, { owner, number }: PlanPort): number | null {
  if (owner.kind === 'switch') return null;
  const slot = plan.adapterById.get(owner.adapterId)?.slot;
  return slot?.ports.find((use) => use.port === number)?.speedGbps ?? null;
}

/** How a link names a port of the plan. An unknown id is a bug. */
export function endOf(plan: Plan, portId: PortId): LinkEnd {
  const port = must(plan.portById.get(portId), `port ${portId}`);
  const { owner } = port;
  if (owner.kind === 'switch') return { kind: 'switch', switchId: owner.switchId, port: port.name };
  const { slot } = must(plan.adapterById.get(owner.adapterId), 'an adapter has its port').slot;
  return { kind: 'node', nodeId: owner.nodeId, slot, port: port.number };
}

/** The id of the port a link's end names, whether the product has such a port or not. */
export function portIdOf(end: LinkEnd): PortId {
  return end.kind === 'switch'
    ? switchPortId(end.switchId, end.port)
    : adapterPortId(end.nodeId, end.slot, end.port);
}
