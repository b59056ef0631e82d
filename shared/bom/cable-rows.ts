import type { TransceiverPart } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import type { NetworkId, NodeId, SwitchId } from '../lib/ids.ts';
import { plugFits, type Plan, type PlanEnd, type PlanLink } from '../plan/index.ts';
import { describeAssembly, mediumName } from './describe.ts';
import type { CableRow, CableRowEnd } from './types.ts';

/** The cable schedule: one row per link, in the order of the cable numbers. */
export function buildCableRows(plan: Plan): CableRow[] {
  const networks = new Map(plan.networks.map((network) => [network.id, network]));
  return plan.links.map((link) => buildRow(link, plan, networks));
}

function buildRow(
  link: PlanLink,
  plan: Plan,
  networks: ReadonlyMap<NetworkId, Plan['networks'][number]>,
): CableRow {
  const carried = link.networkIds.flatMap((id) => networks.get(id) ?? []);
  const plugs = plugsOf(link, plan);
  return {
    tag: link.tag,
    ...describeCable(link),
    lengthM: link.record.lengthM,
    speedGbps: link.speedGbps,
    a: buildEnd(link.a, plan, plugs.a),
    b: buildEnd(link.b, plan, plugs.b),
    vlans: carried.flatMap(({ vlan }) => (vlan > 0 ? [vlan] : [])).join(', '),
    network: carried.map(({ name }) => name).join(', '),
    labelA: `${link.a.label} <-> ${link.b.label}`,
    labelB: `${link.b.label} <-> ${link.a.label}`,
    problem: link.problem === null ? '' : link.cableReason,
  };
}

function describeCable({
  cable,
}: PlanLink): Pick<CableRow, 'type' | 'medium' | 'stockLengthM' | 'partNumber'> {
  if (cable === null) return { type: 'No cable', medium: '', stockLengthM: null, partNumber: '' };
  if (cable.kind === 'assembly') {
    const { part } = cable;
    const stock = { stockLengthM: part.lengthM, partNumber: part.partNumber ?? '' };
    return { type: describeAssembly(part), medium: mediumName(part.medium), ...stock };
  }
  const { type, connector, lengthM } = cable.fibre;
  return {
    type: `Fibre ${type}, ${connector}`,
    medium: `Fibre ${type}`,
    stockLengthM: lengthM,
    partNumber: '',
  };
}

interface Plug {
  readonly connector: string;
  readonly module: string;
}

const NO_PLUG: Plug = { connector: '', module: '' };

/** What goes into the cage at each end. A cable with two kinds of plugs is turned so that both fit. */
function plugsOf({ cable, a, b }: PlanLink, plan: Plan): { readonly a: Plug; readonly b: Plug } {
  if (cable === null) return { a: NO_PLUG, b: NO_PLUG };
  if (cable.kind === 'optical') {
    const { connector } = cable.fibre;
    return { a: module(connector, cable.transceiverA), b: module(connector, cable.transceiverB) };
  }
  const { connectorA, connectorB } = cable.part;
  const cageA = a.portId && plan.portById.get(a.portId)?.cage;
  const cageB = b.portId && plan.portById.get(b.portId)?.cage;
  const straight = cageA && cageB ? plugFits(connectorA, cageA) && plugFits(connectorB, cageB) : true;
  const [plugA, plugB] = straight ? [connectorA, connectorB] : [connectorB, connectorA];
  return { a: { connector: plugA, module: '' }, b: { connector: plugB, module: '' } };
}

function module(connector: string, part: TransceiverPart): Plug {
  return { connector, module: part.partNumber ?? part.model };
}

function buildEnd(end: PlanEnd, plan: Plan, plug: Plug): CableRowEnd {
  const owner = plan.nodeById.get(end.ownerId as NodeId) ?? plan.switchById.get(end.ownerId as SwitchId);
  const device = must(owner, 'owner of a cable end').record.name;
  return { device, port: end.label.slice(device.length + 1), ...plug };
}
