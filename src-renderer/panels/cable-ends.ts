import { adapterPortId, switchPortId, type NodeId, type SwitchId } from '../../shared/lib/ids.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { LinkEnd } from '../../shared/model/index.ts';
import type { Plan, PlanLink, PlanPort } from '../../shared/plan/index.ts';

/** Which end of the record stands on a side of the schedule: side A is the node's of a cable to a switch. */
export function recordEnd({ record, a }: PlanLink, side: 'a' | 'b'): 'a' | 'b' {
  const first = isAt(record.a, a) ? 'a' : 'b';
  if (side === 'a') return first;
  return first === 'a' ? 'b' : 'a';
}

function isAt(end: LinkEnd, { ownerId, portId }: PlanLink['a']): boolean {
  if (portId !== null) return portIdOf(end) === portId;
  return (end.kind === 'node' ? end.nodeId : end.switchId) === ownerId;
}

function portIdOf(end: LinkEnd): string {
  return end.kind === 'node'
    ? adapterPortId(end.nodeId, end.slot, end.port)
    : switchPortId(end.switchId, end.port);
}

/**
 * The end a typed text means: a port of the device by its name (`swp5`, `SLOT 2 Port 1`, `2/1`), or of another device
 * with that device's name in front (`TOR2 swp5`). The error says which ports are free.
 */
export function parseEnd(plan: Plan, ownerId: NodeId | SwitchId, text: string): Result<LinkEnd, string> {
  const wanted = text.trim().toLowerCase();
  const own = portsOf(plan, ownerId);
  const found = own.find((port) => namesOf(port).includes(wanted)) ?? anywhere(plan, wanted);
  if (found) return ok(endOf(plan, found));
  const free = own.filter(({ linkIds }) => linkIds.length === 0).slice(0, 3);
  const hint =
    free.length > 0 ? `free are ${free.map(({ name }) => name).join(', ')}` : 'none of its ports is free';
  return err(`there is no port "${text.trim()}"; ${hint}`);
}

function portsOf(plan: Plan, ownerId: NodeId | SwitchId): readonly PlanPort[] {
  const node = plan.nodeById.get(ownerId as NodeId);
  if (node) return node.adapters.flatMap((adapter) => adapter.ports);
  return plan.switchById.get(ownerId as SwitchId)?.ports ?? [];
}

function anywhere(plan: Plan, wanted: string): PlanPort | undefined {
  for (const port of plan.portById.values()) if (port.label.toLowerCase() === wanted) return port;
  return undefined;
}

function namesOf(port: PlanPort): readonly string[] {
  const id = port.id.toLowerCase();
  return [port.name.toLowerCase(), port.label.toLowerCase(), id, id.slice(id.indexOf('/') + 1)];
}

function endOf(plan: Plan, port: PlanPort): LinkEnd {
  if (port.owner.kind === 'switch') return { kind: 'switch', switchId: port.owner.switchId, port: port.name };
  const slot = plan.adapterById.get(port.owner.adapterId)?.slot.slot ?? '';
  return { kind: 'node', nodeId: port.owner.nodeId, slot, port: port.number };
}
