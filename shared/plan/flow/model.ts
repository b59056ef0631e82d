import { must } from '../../lib/assert.ts';
import type { ClusterId, PortId } from '../../lib/ids.ts';
import type { ClusterKind } from '../../model/index.ts';
import type { CableRun, PlanAdapter, PlanNode, PlanPort } from '../types.ts';
import { listBreakouts } from './breakouts.ts';
import {
  createCablingReader,
  readCablings,
  storageNetworks,
  type Cabling,
  type CablingReader,
  type SwitchLead,
} from './cabling.ts';
import { FabricTable } from './fabric-table.ts';
import { farPort, spreadLoss } from './lost.ts';
import { buildTrunks } from './trunks.ts';
import {
  AS_DRAWN,
  type FlowAdapter,
  type FlowGroup,
  type FlowInput,
  type FlowModel,
  type FlowPort,
  type PortPlace,
  type Question,
} from './types.ts';

/** Reads the groups, switch networks and trunks off a plan. */
export function buildFlowModel(
  plan: FlowInput,
  question: Question = AS_DRAWN,
  readDrawn: CablingReader = createCablingReader(),
): FlowModel {
  const { way } = question;
  const split = plan.runs.filter(({ ways }) => ways > 1);
  const reader: Reader = {
    plan,
    split,
    lost: spreadLoss(plan, question.lost),
    supplies: way === 'read' ? GIVES : TAKES,
    demands: way === 'read' ? TAKES : GIVES,
    table: new FabricTable(plan),
  };
  const { found, groupOf } = groupNodes(reader, readDrawn(plan, split));
  const groups = readGroups(found, reader);
  const trunks = buildTrunks(reader);
  const { fabrics } = reader.table;
  return { groups, groupOf, fabrics, trunks, breakouts: listBreakouts(plan, split, groups, trunks) };
}

const GIVES: readonly ClusterKind[] = ['file-server', 'hyper-converged'];
const TAKES: readonly ClusterKind[] = ['hyper-v', 'hyper-converged'];

interface Reader {
  readonly plan: FlowInput;
  /** The breakout cables. */
  readonly split: readonly CableRun[];
  readonly lost: Question['lost'];
  readonly supplies: readonly ClusterKind[];
  readonly demands: readonly ClusterKind[];
  readonly table: FabricTable;
}

interface Found {
  readonly kind: ClusterKind;
  readonly members: PlanNode[];
  readonly cabling: Cabling;
}

/**
 * Nodes of a cluster and a profile that are cabled alike. Networks of ports that have failed are noted all the same:
 * a failure does not change which networks a cable carries.
 */
function groupNodes(
  { plan, split, lost, table }: Reader,
  drawn: readonly Cabling[],
): { readonly found: readonly Found[]; readonly groupOf: readonly number[] } {
  for (const cabling of new Set(drawn)) table.attachAll(cabling);
  const cablings = lost.size === 0 ? drawn : readCablings(plan, split, lost);
  const found: Found[] = [];
  const groupOf: number[] = [];
  const known = new Map<ClusterId, Map<Cabling, number>>();
  for (const [at, node] of plan.nodes.entries()) {
    if (lost.has(node.id)) {
      groupOf.push(-1);
      continue;
    }
    const { id, kind } = node.cluster;
    let row = known.get(id);
    if (!row) known.set(id, (row = new Map<Cabling, number>()));
    const cabling = must(cablings[at], 'cabling of a node');
    let group = row.get(cabling);
    if (group === undefined) {
      row.set(cabling, (group = found.length));
      found.push({ kind, members: [], cabling });
    }
    found[group]?.members.push(node);
    groupOf.push(group);
  }
  return { found, groupOf };
}

interface RunningPort {
  /** Place among the ports of the adapter. */
  readonly index: number;
  readonly port: PlanPort;
  readonly lead: SwitchLead | 'node';
}

interface RunningAdapter {
  /** Place among the adapters of the node. */
  readonly index: number;
  readonly adapter: PlanAdapter;
  readonly ports: RunningPort[];
}

/** Adapters with RDMA and a running port. */
function runningAdapters({ adapters }: PlanNode, { leads }: Cabling): readonly RunningAdapter[] {
  const running: RunningAdapter[] = [];
  let at = 0;
  for (const [index, adapter] of adapters.entries()) {
    if (!adapter.rdma) continue;
    const ports: RunningPort[] = [];
    for (const [i, port] of adapter.ports.entries()) {
      const lead = leads[at++] ?? null;
      if (lead !== null) ports.push({ index: i, port, lead });
    }
    if (ports.length > 0) running.push({ index, adapter, ports });
  }
  return running;
}

/** A port cabled to another node makes its node a group of its own; its place is what the far port names. */
function readGroups(found: readonly Found[], reader: Reader): FlowGroup[] {
  const running = found.map(({ members, cabling }) =>
    runningAdapters(must(members[0], 'member of a group'), cabling),
  );
  const places = new Map<PortId, PortPlace>();
  found.forEach(({ cabling }, group) => {
    if (!cabling.alone) return;
    running[group]?.forEach(({ ports }, adapter) => {
      ports.forEach((entry, port) => {
        if (entry.lead === 'node') places.set(entry.port.id, { group, adapter, port });
      });
    });
  });
  return found.map(({ kind, members }, group) => ({
    supply: reader.supplies.includes(kind),
    demand: reader.demands.includes(kind),
    members,
    adapters: (running[group] ?? []).map((entry) => readAdapter(entry, reader, places)),
  }));
}

function readAdapter(
  { index, adapter, ports }: RunningAdapter,
  reader: Reader,
  places: ReadonlyMap<PortId, PortPlace>,
): FlowAdapter {
  const card = adapter.part?.cardLimitGbps ?? Infinity;
  return {
    index,
    send: Math.min(adapter.pcie?.readGbps ?? 0, card),
    receive: Math.min(adapter.pcie?.writeGbps ?? 0, card),
    ports: ports.map((entry) => readPort(entry, reader, places)),
  };
}

function readPort(
  { index, port, lead }: RunningPort,
  { plan, table }: Reader,
  places: ReadonlyMap<PortId, PortPlace>,
): FlowPort {
  const speed = must(port.speedGbps, 'speed of a running port');
  if (lead !== 'node') {
    const { switchId, lane } = lead;
    const fabrics = table.attach(lead);
    return { index, speed, lane, payload: port.payloadGbps, fabrics, switchId, peer: null };
  }
  const far = must(farPort(plan, port), 'far port of a cable');
  const networks = storageNetworks(port);
  // A cable between ports of different networks runs, but carries no storage; its capacity says so.
  const shared = storageNetworks(far).some((network) => networks.includes(network));
  const payload = shared ? Math.min(port.payloadGbps, far.payloadGbps) : 0;
  const peer = places.get(far.id) ?? null;
  return { index, speed, lane: false, payload, fabrics: [], switchId: null, peer };
}
