import { must } from '../../shared/lib/assert.ts';
import type { Plan, PlanAdapter, PlanNode, PlanPort } from '../../shared/plan/index.ts';

/**
 * The cluster rate worked out the plain way, to judge the quick one by: no grouping, no pruning, one graph per
 * question, flow by shortest augmenting paths on a table of capacities.
 */

/** Ids of what has failed: nodes, adapters, links or a switch. */
type Lost = ReadonlySet<string>;

interface RunningPort {
  readonly node: PlanNode;
  readonly adapter: PlanAdapter;
  readonly port: PlanPort;
  readonly far: PlanPort;
}

/** The rate with nothing lost, and the least with any one component lost. */
export function plainFlow(plan: Plan): { readonly rate: number; readonly worst: number } {
  const rate = rateWithout(plan, new Set());
  const single = [
    ...plan.adapters.map((adapter) => adapter.id),
    ...plan.links.map((link) => link.id),
    ...plan.switches.map((device) => device.id),
    ...plan.nodes.filter((node) => node.cluster.kind !== 'hyper-v').map((node) => node.id),
  ];
  return { rate, worst: Math.min(rate, ...single.map((lost) => rateWithout(plan, new Set([lost])))) };
}

/** The rate of the design without the named components; a breakout cable is lost with all of its lanes. */
export function rateWithout(plan: Plan, failed: Lost): number {
  const cables = new Set(
    plan.links.flatMap(({ id, record }) => (failed.has(id) && record.breakout ? record.breakout.id : [])),
  );
  const lanes = plan.links.filter(({ record }) => record.breakout && cables.has(record.breakout.id));
  const lost = new Set([...failed, ...lanes.map(({ id }) => id)]);
  const ports = usedPorts(plan, lost);
  const giving = plan.nodes.filter((node) => node.cluster.kind !== 'hyper-v' && !lost.has(node.id));
  const taking = plan.nodes.filter((node) => node.cluster.kind !== 'file-server' && !lost.has(node.id));
  const both = giving.filter((node) => taking.includes(node));
  const names = (nodes: readonly PlanNode[]) => new Map(nodes.map((node) => [node.id as string, Infinity]));
  const [give, take] = [names(giving), names(taking)];
  const graph = (from: ReadonlyMap<string, number>, to: ReadonlyMap<string, number>) =>
    push(capacities(plan, ports, lost, from, to));
  const limited = both.map((node) => {
    const others = (all: ReadonlyMap<string, number>) => new Map([...all].filter(([id]) => id !== node.id));
    const alone = new Map([[node.id, Infinity]]);
    return { id: node.id, give: graph(alone, others(take)), take: graph(others(give), alone) };
  });
  for (const limit of limited) {
    give.set(limit.id, limit.give);
    take.set(limit.id, limit.take);
  }
  return graph(give, take);
}

/** Running ports that SMB Multichannel uses: RDMA, of the node's greatest speed. */
function usedPorts(plan: Plan, lost: Lost): RunningPort[] {
  return plan.nodes.flatMap((node) => {
    const running = node.adapters
      .filter((adapter) => adapter.rdma)
      .flatMap((adapter) => adapter.ports.flatMap((port) => runningPort(plan, node, adapter, port, lost)));
    const speedOf = ({ port }: RunningPort) => must(port.speedGbps, 'speed');
    const best = Math.max(0, ...running.map(speedOf));
    return running.filter((entry) => speedOf(entry) === best);
  });
}

function runningPort(
  plan: Plan,
  node: PlanNode,
  adapter: PlanAdapter,
  port: PlanPort,
  lost: Lost,
): RunningPort[] {
  const far = port.peerId && plan.portById.get(port.peerId);
  if (port.speedGbps === null || !far || lost.has(port.linkIds[0] ?? '')) return [];
  const owners = [port, far].flatMap(({ owner }): string[] =>
    owner.kind === 'switch' ? [owner.switchId] : [owner.nodeId, owner.adapterId],
  );
  return owners.some((owner) => lost.has(owner)) ? [] : [{ node, adapter, port, far }];
}

/** Networks whose RDMA interfaces can leave by a port: its own, its vNICs; without any, all it carries. */
function storageNetworks(node: PlanNode, port: PlanPort): readonly string[] {
  const slot = port.id.split('/')[1] ?? '';
  const viaRdma = node.endpoints
    .filter((endpoint) => endpoint.rdma)
    .filter((endpoint) => {
      if (endpoint.kind === 'port') return endpoint.portId === port.id;
      const team = node.profile.teams.find((entry) => entry.name === endpoint.teamName);
      const member = [...(team?.members ?? []), ...(team?.standby ?? [])].some(
        (ref) => ref.slot === slot && ref.port === port.number,
      );
      return (
        member && port.networkIds.includes(endpoint.network.id) && (endpoint.portId ?? port.id) === port.id
      );
    })
    .map((endpoint) => endpoint.network.id);
  if (viaRdma.length > 0) return viaRdma;
  return port.networkIds.length > 0 ? port.networkIds : ['none'];
}

type Table = Map<string, Map<string, number>>;

function capacities(
  plan: Plan,
  ports: readonly RunningPort[],
  lost: Lost,
  give: ReadonlyMap<string, number>,
  take: ReadonlyMap<string, number>,
): Table {
  const table: Table = new Map();
  const add = (from: string, to: string, capacity: number) => {
    const row = table.get(from) ?? new Map<string, number>();
    table.set(from, row.set(to, (row.get(to) ?? 0) + capacity));
  };
  for (const [id, limit] of give) add('source', `${id} out`, limit);
  for (const [id, limit] of take) add(`${id} in`, 'sink', limit);
  for (const adapter of new Set(ports.map((entry) => entry.adapter))) {
    const card = adapter.part?.cardLimitGbps ?? Infinity;
    add(`${adapter.nodeId} out`, `${adapter.id} out`, Math.min(card, adapter.pcie?.readGbps ?? 0));
    add(`${adapter.id} in`, `${adapter.nodeId} in`, Math.min(card, adapter.pcie?.writeGbps ?? 0));
  }
  for (const { node, adapter, port, far } of ports) {
    const own = storageNetworks(node, port);
    add(`${adapter.id} out`, `${port.id} out`, port.payloadGbps);
    add(`${port.id} in`, `${adapter.id} in`, port.payloadGbps);
    if (far.owner.kind === 'adapter') {
      const peer = ports.find((entry) => entry.port === far);
      const shared = peer && storageNetworks(peer.node, far).some((network) => own.includes(network));
      if (shared && peer.node !== node) add(`${port.id} out`, `${far.id} in`, Infinity);
      continue;
    }
    for (const network of own) {
      add(`${port.id} out`, `${far.owner.switchId} ${network}`, Infinity);
      add(`${far.owner.switchId} ${network}`, `${port.id} in`, Infinity);
    }
  }
  addTrunks(plan, lost, storageInUse(plan), add);
  return table;
}

/** Networks on which any RDMA port of the whole design reaches a switch. */
function storageInUse(plan: Plan): ReadonlySet<string> {
  const networks = new Set<string>();
  for (const node of plan.nodes) {
    for (const adapter of node.adapters) {
      if (!adapter.rdma) continue;
      for (const port of adapter.ports) {
        const far = port.peerId && plan.portById.get(port.peerId);
        if (port.speedGbps === null || !far || far.owner.kind !== 'switch') continue;
        for (const network of storageNetworks(node, port)) networks.add(network);
      }
    }
  }
  return networks;
}

function addTrunks(
  plan: Plan,
  lost: Lost,
  inUse: ReadonlySet<string>,
  add: (from: string, to: string, capacity: number) => void,
): void {
  for (const link of plan.links) {
    if (link.kind !== 'switch-switch' || link.speedGbps === null || lost.has(link.id)) continue;
    if (lost.has(link.a.ownerId) || lost.has(link.b.ownerId)) continue;
    const carried = link.networkIds.filter((network) => inUse.has(network)).map(String);
    if (inUse.has('none')) carried.push('none');
    const payload = plan.portById.get(must(link.a.portId, 'port'))?.payloadGbps ?? 0;
    for (const network of carried) {
      add(`${link.a.ownerId} ${network}`, `${link.b.ownerId} ${network}`, payload / carried.length);
      add(`${link.b.ownerId} ${network}`, `${link.a.ownerId} ${network}`, payload / carried.length);
    }
  }
}

/** Edmonds and Karp: shortest paths with room until there is none. */
function push(table: Table): number {
  const room: Table = new Map();
  const at = (from: string) => room.get(from) ?? room.set(from, new Map()).get(from)!;
  for (const [from, row] of table) {
    for (const [to, capacity] of row) {
      at(from).set(to, (at(from).get(to) ?? 0) + capacity);
      at(to).set(from, at(to).get(from) ?? 0);
    }
  }
  let total = 0;
  for (;;) {
    const cameFrom = new Map<string, string>([['source', '']]);
    for (const vertex of cameFrom.keys()) {
      for (const [next, left] of room.get(vertex) ?? []) {
        if (left > 1e-7 && !cameFrom.has(next)) cameFrom.set(next, vertex);
      }
    }
    if (!cameFrom.has('sink')) return total;
    const path: [string, string][] = [];
    for (let to = 'sink'; to !== 'source'; to = path[0]![0])
      path.unshift([must(cameFrom.get(to), 'a step'), to]);
    const amount = Math.min(...path.map(([from, to]) => at(from).get(to) ?? 0));
    for (const [from, to] of path) {
      at(from).set(to, (at(from).get(to) ?? 0) - amount);
      at(to).set(from, (at(to).get(from) ?? 0) + amount);
    }
    total += amount;
  }
}
