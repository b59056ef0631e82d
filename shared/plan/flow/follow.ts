import { sameData } from '../../lib/same-data.ts';
import { sameEach } from '../keep.ts';
import type { PlanAdapter, PlanLink, PlanNode, PlanPort, PlanSwitch } from '../types.ts';
import type { FlowInput, FlowModel } from './types.ts';

/**
 * The model of a plan from that of another one, where both are wired alike: only names, numbers of cables and what the
 * flow does not read differ. Its groups, fabrics and trunks keep their places. Null where anything else differs.
 */
export function followModel(model: FlowModel, before: FlowInput, now: FlowInput): FlowModel | null {
  // What breakout cables take along is listed by node; there are few of them, so their models are read anew.
  if (model.breakouts.length > 0 || !wiredAlike(before, now)) return null;
  const members = model.groups.map((): PlanNode[] => []);
  for (const [at, node] of now.nodes.entries()) members[model.groupOf[at] ?? -1]?.push(node);
  return { ...model, groups: model.groups.map((group, i) => ({ ...group, members: members[i] ?? [] })) };
}

function wiredAlike(before: FlowInput, now: FlowInput): boolean {
  return (
    sameEach(before.switches, now.switches, sameSwitch) &&
    sameEach(before.links, now.links, sameLink) &&
    sameEach(
      before.clusters,
      now.clusters,
      (a, b) => a.record.kind === b.record.kind && sameEach(a.nodes, b.nodes, sameNode),
    )
  );
}

function sameSwitch(a: PlanSwitch, b: PlanSwitch): boolean {
  return a.id === b.id && a.part === b.part && a.ports === b.ports && a.record.name === b.record.name;
}

function sameLink(a: PlanLink, b: PlanLink): boolean {
  return (
    a.id === b.id &&
    a.kind === b.kind &&
    a.speedGbps === b.speedGbps &&
    a.breakout === b.breakout &&
    sameData(a.networkIds, b.networkIds)
  );
}

function sameNode(a: PlanNode, b: PlanNode): boolean {
  return a.id === b.id && a.profile === b.profile && sameEach(a.adapters, b.adapters, sameAdapter);
}

function sameAdapter(a: PlanAdapter, b: PlanAdapter): boolean {
  return (
    a.id === b.id &&
    a.rdma === b.rdma &&
    a.part === b.part &&
    a.pcie === b.pcie &&
    sameEach(a.ports, b.ports, samePort)
  );
}

/** All but its name. */
function samePort(a: PlanPort, b: PlanPort): boolean {
  return sameData({ ...a, label: '', name: '' }, { ...b, label: '', name: '' });
}
