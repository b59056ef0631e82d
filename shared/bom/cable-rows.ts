import type { TransceiverPart } from '../catalog/types.ts';
import { assert, must } from '../lib/assert.ts';
import type { NetworkId, NodeId, SwitchId } from '../lib/ids.ts';
import {
  plugFits,
  type CableChoice,
  type CableRun,
  type Plan,
  type PlanEnd,
  type PlanLink,
} from '../plan/index.ts';
import { describeAssembly, mediumName } from './describe.ts';
import type { CablePlug, CableProduct, CableRow, CableRowEnd } from './types.ts';

/** Rows of a plan, kept so that a later plan makes new ones for changed cables alone. */
export interface KeptRows {
  readonly plan: Plan;
  readonly rows: readonly CableRow[];
}

/** The cable schedule: one row per cable, in the order of the cable numbers. */
export function buildCableRows(plan: Plan, before: KeptRows | null): CableRow[] {
  const networks = new Map(plan.networks.map((network) => [network.id, network]));
  // Thousands of links share a few products and lists of networks, so each is put into words once.
  const nameNetworks = once((ids: CableRun['networkIds']) => describeNetworks(ids, networks));
  const nameCable = once(describeCable);
  const endsOf = createEnds(plan);
  const kept = before?.plan.networks === plan.networks ? before : null;
  // Cables that have come or gone move all behind them to other places and numbers.
  let shift = 0;
  return plan.runs.map((run, i): CableRow => {
    const tag = must(plan.runTags[i], 'the number of a cable');
    if (kept) {
      if (kept.plan.runs[i + shift] !== run) {
        shift += STEPS.find((by) => sameCable(kept.plan.runs[i + shift + by], run)) ?? 0;
      }
      const old = kept.plan.runs[i + shift];
      const row = kept.rows[i + shift];
      if (old === run && row && samePorts(run, kept.plan, plan))
        return row.tag === tag ? row : retag(row, tag);
    }
    const { a, b } = endsOf(run);
    const [product, carries] = [nameCable(run.cable), nameNetworks(run.networkIds)];
    return { tag, run, product, a, b, carries, problem: problemOf(run) };
  });
}

/** What to print on one end of a cable: its own port first. */
export function endLabel({ device, port, far }: CableRowEnd): string {
  return `${device} ${port} <-> ${far}`;
}

/** The row with another number. Named field by field, which for thousands of rows is much faster than a copy. */
function retag({ run, product, a, b, carries, problem }: CableRow, tag: string): CableRow {
  return { tag, run, product, a, b, carries, problem };
}

/** How many cables a device brings or takes along, as a rule; those behind more are put into words anew. */
const STEPS = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8];

function sameCable(before: CableRun | undefined, now: CableRun): boolean {
  return before !== undefined && (before === now || before.links[0]?.id === now.links[0]?.id);
}

/**
 * True when a row of the same cable says the same of its ends. Their names are the cable's own; of a split port and
 * for two kinds of plugs the ports themselves are looked at.
 */
function samePorts({ ways, cable, links }: CableRun, before: Plan, now: Plan): boolean {
  const equalPlugs = cable?.kind !== 'assembly' || cable.part.connectorA === cable.part.connectorB;
  if ((ways === 1 && equalPlugs) || before.portById === now.portById) return true;
  const samePort = ({ portId }: PlanEnd) =>
    portId === null || before.portById.get(portId) === now.portById.get(portId);
  return links.every(({ a, b }) => samePort(a) && samePort(b));
}

/** Why it cannot be built; of a breakout also what keeps single lanes from running. */
function problemOf({ links, problem, cableReason }: CableRun): string {
  if (problem !== null) return cableReason;
  if (links.length === 1) return '';
  const lanes = links.filter((link) => link.problem !== null);
  return lanes.map((link) => `lane ${link.breakout?.lane ?? 1}: ${link.cableReason}`).join('; ');
}

type Ends = Pick<CableRow, 'a' | 'b'>;

/** Makes the function that puts the ends of a cable into words. */
function createEnds(plan: Plan): (run: CableRun) => Ends {
  const plugsOf = createPlugs(plan);
  return (run) => (run.ways === 1 ? endsOfCable(run) : endsOfBreakout(run));

  function endsOfCable({ links }: CableRun): Ends {
    const link = must(links[0], 'the link of a cable');
    const { a, b } = link;
    const plugs = plugsOf(link);
    return { a: endOf(a, plugs.a, null, b.label), b: [endOf(b, plugs.b, null, a.label)] };
  }

  /** Side A is the port that is split, whatever the far ends are. */
  function endsOfBreakout({ links, cable }: CableRun): Ends {
    const part = cable?.kind === 'assembly' ? cable.part : null;
    const [split, leg] = [plugOf(part?.connectorA), plugOf(part?.connectorB)];
    const { b: first, record } = must(links[0], 'a lane of a cable');
    assert(record.b.kind === 'switch', 'a breakout cable leaves a switch');
    const device = deviceAt(first, plan);
    // As recorded, whether or not the switch has such a port; the lanes have names of their own.
    const { port } = record.b;
    const far = links.map(({ a }) => a.label).join(', ');
    return {
      a: { device, port, lane: null, plug: split, far },
      b: links.map(({ a, b, breakout }) => endOf(a, leg, breakout?.lane ?? null, b.label)),
    };
  }

  function endOf(end: PlanEnd, plug: CablePlug, lane: number | null, far: string): CableRowEnd {
    return { device: deviceAt(end, plan), port: end.port, lane, plug, far };
  }
}

function deviceAt({ ownerId }: PlanEnd, { nodeById, switchById }: Plan): string {
  const device = nodeById.get(ownerId as NodeId) ?? switchById.get(ownerId as SwitchId);
  return must(device, 'owner of a cable end').record.name;
}

function plugOf(connector: string | undefined): CablePlug {
  return { connector: connector ?? '', module: '' };
}

function once<In, Out>(describe: (input: In) => Out): (input: In) => Out {
  const known = new Map<In, Out>();
  return (input) => {
    const before = known.get(input);
    if (before !== undefined) return before;
    const made = describe(input);
    known.set(input, made);
    return made;
  };
}

function describeNetworks(
  ids: readonly NetworkId[],
  networks: ReadonlyMap<NetworkId, Plan['networks'][number]>,
): CableRow['carries'] {
  const carried = ids.flatMap((id) => networks.get(id) ?? []);
  const vlans = new Set(carried.flatMap(({ vlan }) => (vlan > 0 ? [vlan] : [])));
  return {
    vlans: [...vlans].sort((a, b) => a - b).join(', '),
    network: carried.map(({ name }) => name).join(', '),
  };
}

function describeCable(cable: CableChoice | null): CableProduct {
  if (cable === null) return { type: 'To be decided', medium: '', stockLengthM: null, partNumber: '' };
  if (cable.kind === 'assembly') {
    const { part } = cable;
    const stock = { stockLengthM: part.lengthM, partNumber: part.partNumber ?? '' };
    return { type: describeAssembly(part), medium: mediumName(part.medium), ...stock };
  }
  const { type, connector, lengthM } = cable.fibre;
  return {
    type: `Fibre ${type}, ${connector}, two ${cable.transceiverA.standard}`,
    medium: `Fibre ${type}`,
    stockLengthM: lengthM,
    partNumber: '',
  };
}

const NO_PLUG: CablePlug = { connector: '', module: '' };

interface Plugs {
  readonly a: CablePlug;
  readonly b: CablePlug;
}

/** Makes the function that says what goes into the cage at each end. */
function createPlugs(plan: Plan): (link: PlanLink) => Plugs {
  // Nearly all cables are the same either way round: then neither end needs looking up.
  const eitherWay = once((cable: CableChoice | null): Plugs | null => {
    if (cable === null) return { a: NO_PLUG, b: NO_PLUG };
    if (cable.kind === 'optical') {
      const { connector } = cable.fibre;
      return { a: module(connector, cable.transceiverA), b: module(connector, cable.transceiverB) };
    }
    const { connectorA, connectorB } = cable.part;
    return connectorA === connectorB ? { a: plugOf(connectorA), b: plugOf(connectorA) } : null;
  });
  return ({ cable, a, b }) => eitherWay(cable) ?? turned(cable, a, b);

  /** A cable with two kinds of plugs is turned so that both fit. */
  function turned(cable: CableChoice | null, a: PlanEnd, b: PlanEnd): Plugs {
    assert(cable?.kind === 'assembly', 'only an assembly has two kinds of plugs');
    const { connectorA, connectorB } = cable.part;
    const straight = plugFits(connectorA, cageOf(a, plan)) && plugFits(connectorB, cageOf(b, plan));
    const [plugA, plugB] = straight ? [connectorA, connectorB] : [connectorB, connectorA];
    return { a: plugOf(plugA), b: plugOf(plugB) };
  }
}

function module(connector: string, part: TransceiverPart): CablePlug {
  return { connector, module: part.partNumber ?? part.model };
}

function cageOf(end: PlanEnd, plan: Plan) {
  return must(end.portId && plan.portById.get(end.portId), 'both ends of a link with a cable exist').cage;
}
