import { compareText } from '../lib/stable-json.ts';
import type { Draft } from './draft.ts';
import type { CableChoice, CableGroup, CableRun, Plan, PlanNode, Totals } from './types.ts';

/** Counts over the whole plan. Of nodes that are the same as in the plan before nothing is counted again. */
export function countTotals(
  { nodes, switches, runs }: Pick<Plan, 'nodes' | 'switches' | 'runs'>,
  before: Pick<Plan, 'nodes' | 'totals'> | null,
): Totals {
  const { adapters, adapterPorts, portsCabled } = countAdapters(nodes, before);
  return {
    nodes: nodes.length,
    adapters,
    adapterPorts,
    portsCabled,
    switches: switches.length,
    switchPortsUsed: switches.reduce((sum, device) => sum + device.used, 0),
    switchPortsFree: switches.reduce((sum, device) => sum + device.free, 0),
    cables: runs.length,
    transceivers: countTransceivers(runs),
    rackUnits: sumKnown([
      ...nodes.map((node) => node.server?.rackUnits ?? null),
      ...switches.map((device) => device.part?.rackUnits ?? null),
    ]),
  };
}

type AdapterCounts = Pick<Totals, 'adapters' | 'adapterPorts' | 'portsCabled'>;

function countAdapters(
  nodes: readonly PlanNode[],
  before: Pick<Plan, 'nodes' | 'totals'> | null,
): AdapterCounts {
  const { adapters = 0, adapterPorts = 0, portsCabled = 0 } = before?.totals ?? {};
  const counts = { adapters, adapterPorts, portsCabled };
  const olds = before?.nodes ?? [];
  for (let i = 0; i < Math.max(nodes.length, olds.length); i++) {
    const [old, node] = [olds[i], nodes[i]];
    if (old === node) continue;
    if (old) countNode(counts, old, -1);
    if (node) countNode(counts, node, 1);
  }
  return counts;
}

function countNode(counts: Draft<AdapterCounts>, { adapters }: PlanNode, by: 1 | -1): void {
  counts.adapters += by * adapters.length;
  for (const { ports } of adapters) {
    counts.adapterPorts += by * ports.length;
    for (const { linkIds } of ports) if (linkIds.length > 0) counts.portsCabled += by;
  }
}

/** Two for each optical cable. */
export function countTransceivers(runs: readonly CableRun[]): number {
  return 2 * runs.filter(({ cable }) => cable?.kind === 'optical').length;
}

function sumKnown(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

const MEDIUM_ORDER: readonly CableGroup['medium'][] = ['dac', 'acc', 'aoc', 'fibre', 'none'];

/** Equal cables counted together: by medium, then plugs, then length. */
export function groupCables(runs: readonly CableRun[]): CableGroup[] {
  // Equal needs share one choice, so most links are counted without a look at the product.
  const counts = new Map<CableChoice | null, number>();
  for (const { cable } of runs) counts.set(cable, (counts.get(cable) ?? 0) + 1);
  const groups = new Map<string, CableGroup>();
  for (const [cable, count] of counts) {
    const one = describeCable(cable);
    const key = `${one.partId ?? ''}|${one.medium}|${one.connectorA}|${one.connectorB}|${one.lengthM}`;
    groups.set(key, { ...one, qty: (groups.get(key)?.qty ?? 0) + count });
  }
  return [...groups.values()].sort(
    (a, b) =>
      MEDIUM_ORDER.indexOf(a.medium) - MEDIUM_ORDER.indexOf(b.medium) ||
      compareText(a.connectorA, b.connectorA) ||
      compareText(a.connectorB, b.connectorB) ||
      a.lengthM - b.lengthM ||
      compareText(a.partId ?? '', b.partId ?? ''),
  );
}

function describeCable(cable: CableChoice | null): Omit<CableGroup, 'qty'> {
  if (cable === null) return { partId: null, medium: 'none', connectorA: '', connectorB: '', lengthM: 0 };
  if (cable.kind === 'assembly') {
    const { id, medium, connectorA, ways, lengthM } = cable.part;
    const connectorB = ways === 1 ? cable.part.connectorB : `${ways} x ${cable.part.connectorB}`;
    return { partId: id, medium, connectorA, connectorB, lengthM };
  }
  const { connector, lengthM } = cable.fibre;
  return { partId: null, medium: 'fibre', connectorA: connector, connectorB: connector, lengthM };
}
