import type { NodeId, PortId, SwitchId } from '../../../shared/lib/ids.ts';
import { tagOf, type Plan, type PlanPort } from '../../../shared/plan/index.ts';
import { freePorts, portsOf } from '../../../shared/wiring/index.ts';
import type { Option, OptionGroup } from '../../ui/options.ts';

export type DeviceId = NodeId | SwitchId;

/** All nodes by cluster and all switches, each with what `note` says of it. */
export function deviceGroups(plan: Plan, note: (id: DeviceId) => string): readonly OptionGroup<DeviceId>[] {
  const option = (id: DeviceId, label: string): Option<DeviceId> => ({ value: id, label, detail: note(id) });
  return [
    { label: 'Switches', options: plan.switches.map(({ id, record }) => option(id, record.name)) },
    ...plan.clusters.map(({ record, nodes }) => ({
      label: record.name,
      options: nodes.map((node) => option(node.id, node.record.name)),
    })),
  ];
}

/** "3 free ports". */
export function freeWords(plan: Plan, id: DeviceId): string {
  const count = freePorts(plan, id).length;
  return count === 0 ? 'no free port' : count === 1 ? '1 free port' : `${count} free ports`;
}

/** What a port is and where its cable goes. */
export function portState(plan: Plan, port: PlanPort): string {
  const link = plan.linkById.get(port.linkIds[0] as never);
  if (!link) return `${port.cage}, free`;
  const far = link.a.portId === port.id ? link.b : link.a;
  return `${port.cage}, ${tagOf(link.id, plan)} to ${far.label}`;
}

/** The ports of a device as options, named without the device. */
export function portOptions(plan: Plan, owner: DeviceId): readonly Option<PortId>[] {
  return portsOf(plan, owner).map((port) => ({
    value: port.id,
    label: port.name,
    detail: portState(plan, port),
  }));
}

/** The name of a node or a switch. */
export function deviceName(plan: Plan, id: DeviceId | null): string {
  const device = plan.nodeById.get(id as NodeId) ?? plan.switchById.get(id as SwitchId);
  return device?.record.name ?? 'Choose a device';
}
