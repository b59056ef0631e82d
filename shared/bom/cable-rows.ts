import { must } from '../lib/assert.ts';
import type { Plan, PlanEnd, PlanLink } from '../plan/types.ts';
import { mediumName } from './describe.ts';
import { describeProblem } from './lines.ts';
import type { CableRow, CableRowEnd } from './types.ts';

/** The cable schedule: one row per link, in order of the tags. */
export function cableRows(plan: Plan): readonly CableRow[] {
  const networks = new Map(plan.networks.map((network) => [network.id, network]));
  const owners = new Map<string, string>([
    ...plan.nodes.map((node) => [node.id, node.record.name] as const),
    ...plan.switches.map((item) => [item.id, item.record.name] as const),
  ]);
  return plan.links.map((link) => {
    const carried = link.networkIds.map((id) => must(networks.get(id), 'links carry networks of the plan'));
    const vlans = [...new Set(carried.map(({ vlan }) => vlan).filter((vlan) => vlan > 0))].sort(
      (a, b) => a - b,
    );
    return {
      tag: link.tag,
      ...product(link),
      lengthM: link.record.lengthM,
      speedGbps: link.speedGbps,
      a: rowEnd(link, 'a', plan, owners),
      b: rowEnd(link, 'b', plan, owners),
      vlans: vlans.join(', '),
      network: carried.map(({ name }) => name).join(', '),
      labelA: `${link.tag}  ${link.a.label} <-> ${link.b.label}`,
      labelB: `${link.tag}  ${link.b.label} <-> ${link.a.label}`,
      problem: link.problem ? describeProblem(link.problem) : '',
    };
  });
}

function product({ cable }: PlanLink): Pick<CableRow, 'type' | 'medium' | 'stockLengthM' | 'partNumber'> {
  if (!cable) return { type: 'To be decided', medium: '', stockLengthM: null, partNumber: '' };
  if (cable.kind === 'assembly') {
    const { medium, lengthM, partNumber } = cable.part;
    const copper = medium !== 'aoc';
    return {
      type: mediumName(medium),
      medium: copper ? 'copper twinax' : 'multimode, fixed',
      stockLengthM: lengthM,
      partNumber: partNumber ?? '',
    };
  }
  const { type, lengthM } = cable.fibre;
  return {
    type: `Fibre with two ${cable.transceiverA.standard}`,
    medium: type,
    stockLengthM: lengthM,
    partNumber: '',
  };
}

function rowEnd(
  link: PlanLink,
  side: 'a' | 'b',
  plan: Plan,
  owners: ReadonlyMap<string, string>,
): CableRowEnd {
  const end: PlanEnd = link[side];
  const port =
    end.portId === null ? null : must(plan.portById.get(end.portId), 'ends name ports of the plan');
  const device = owners.get(end.ownerId) ?? end.ownerId;
  const { connector, module } = plug(link, side, port?.cage ?? '');
  return { device, port: port?.name ?? end.label.slice(device.length).trim(), connector, module };
}

function plug({ cable }: PlanLink, side: 'a' | 'b', cage: string): { connector: string; module: string } {
  if (!cable) return { connector: cage, module: '' };
  if (cable.kind === 'optical') {
    const transceiver = side === 'a' ? cable.transceiverA : cable.transceiverB;
    return { connector: cable.fibre.connector, module: transceiver.partNumber ?? transceiver.model };
  }
  const { connectorA, connectorB } = cable.part;
  return { connector: side === 'a' ? connectorA : connectorB, module: '' };
}
