import { must } from '../../shared/lib/assert.ts';
import {
  dataRate,
  type Plan,
  type PlanAdapter,
  type PlanNode,
  type PlanPort,
} from '../../shared/plan/index.ts';
import { greatestProgram, type PlainEdge, type PlainGraph } from './simplex.ts';

/**
 * The cluster rate worked out the plain way, to judge the quick one by: no grouping, no pruning, one graph per
 * question, flow by shortest augmenting paths on a table of capacities; where networks share a capacity, a linear
 * program.
 */

/** Ids of what has failed: nodes, adapters, links or switches. */
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

/** How the greatest flow of a graph is found; tests bring another. */
export type PlainSolver = (graph: PlainGraph) => number;

/** The rate of the design without the named components; a breakout cable is lost with all of its lanes. */
export function rateWithout(plan: Plan, failed: Lost, solver: PlainSolver = solvePlain): number {
  const lost = withLanes(plan, failed);
  const ports = usedPorts(plan, lost);
  const giving = plan.nodes.filter((node) => node.cluster.kind !== 'hyper-v' && !lost.has(node.id));
  const taking = plan.nodes.filter((node) => node.cluster.kind !== 'file-server' && !lost.has(node.id));
  const both = giving.filter((node) => taking.includes(node));
  const [give, take] = [unlimited(giving), unlimited(taking)];
  const graph = (from: ReadonlyMap<string, number>, to: ReadonlyMap<string, number>) =>
    solver(drawGraph(plan, ports, lost, from, to));
  // A node that gives and takes gives no more than the others can take of it, and takes no more than they can give it.
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

function withLanes({ links }: Plan, failed: Lost): Lost {
  const cables = new Set(
    links.flatMap(({ id, record }) => (failed.has(id) && record.breakout ? record.breakout.id : [])),
  );
  const lanes = links.filter(({ record }) => record.breakout && cables.has(record.breakout.id));
  return new Set([...failed, ...lanes.map(({ id }) => id)]);
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

/**
 * Nodes that find nobody to move storage with: those that give look for one that takes, and the other way round.
 */
export function plainCutOff(plan: Plan, failed: Lost): ReadonlySet<string> {
  const lost = withLanes(plan, failed);
  const ports = usedPorts(plan, lost);
  const left = plan.nodes.filter(({ id }) => !lost.has(id));
  const flows = (from: readonly PlanNode[], to: readonly PlanNode[]) =>
    push(drawGraph(plan, ports, lost, unlimited(from), unlimited(to)).edges) > 0;
  const alone = left.filter((node) => {
    const others = left.filter((other) => other !== node);
    const [gives, takes] = [node.cluster.kind !== 'hyper-v', node.cluster.kind !== 'file-server'];
    const givers = others.filter(({ cluster }) => cluster.kind !== 'hyper-v');
    const takers = others.filter(({ cluster }) => cluster.kind !== 'file-server');
    return !(gives && flows([node], takers)) && !(takes && flows(givers, [node]));
  });
  return new Set(alone.map(({ id }) => id));
}

function unlimited(nodes: readonly PlanNode[]): Map<string, number> {
  return new Map(nodes.map(({ id }) => [id, Infinity]));
}

class Drawing implements PlainGraph {
  readonly edges: PlainEdge[] = [];
  readonly bundles: { readonly capacity: number; readonly edges: readonly PlainEdge[] }[] = [];

  add(from: string, to: string, capacity: number): void {
    this.edges.push({ from, to, capacity });
  }

  /** Edges of which all together move no more than one could. */
  addShared(capacity: number, ways: readonly { readonly from: string; readonly to: string }[]): void {
    const edges = ways.map(({ from, to }) => ({ from, to, capacity }));
    this.edges.push(...edges);
    if (edges.length > 1) this.bundles.push({ capacity, edges });
  }
}

function drawGraph(
  plan: Plan,
  ports: readonly RunningPort[],
  lost: Lost,
  give: ReadonlyMap<string, number>,
  take: ReadonlyMap<string, number>,
): PlainGraph {
  const graph = new Drawing();
  for (const [id, limit] of give) graph.add('source', `${id} out`, limit);
  for (const [id, limit] of take) graph.add(`${id} in`, 'sink', limit);
  for (const adapter of new Set(ports.map((entry) => entry.adapter))) {
    const card = adapter.part?.cardLimitGbps ?? Infinity;
    graph.add(`${adapter.nodeId} out`, `${adapter.id} out`, Math.min(card, adapter.pcie?.readGbps ?? 0));
    graph.add(`${adapter.id} in`, `${adapter.nodeId} in`, Math.min(card, adapter.pcie?.writeGbps ?? 0));
  }
  for (const { node, adapter, port, far } of ports) {
    const own = storageNetworks(node, port);
    graph.add(`${adapter.id} out`, `${port.id} out`, port.payloadGbps);
    graph.add(`${port.id} in`, `${adapter.id} in`, port.payloadGbps);
    if (far.owner.kind === 'adapter') {
      const peer = ports.find((entry) => entry.port === far);
      const shared = peer && storageNetworks(peer.node, far).some((network) => own.includes(network));
      if (shared && peer.node !== node) graph.add(`${port.id} out`, `${far.id} in`, Infinity);
      continue;
    }
    for (const network of own) {
      graph.add(`${port.id} out`, `${far.owner.switchId} ${network} in`, Infinity);
      graph.add(`${far.owner.switchId} ${network} out`, `${port.id} in`, Infinity);
    }
  }
  const inUse = storageInUse(plan);
  addSwitches(plan, inUse, graph);
  addTrunks(plan, lost, inUse, graph);
  return graph;
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

/** What enters a switch on a network leaves it on that network, all networks together within what it forwards. */
function addSwitches({ switches, links, portById }: Plan, inUse: ReadonlySet<string>, graph: Drawing): void {
  for (const { id, part } of switches) {
    const ways = [...inUse].map((network) => ({ from: `${id} ${network} in`, to: `${id} ${network} out` }));
    const most = part?.forwardGbps ?? null;
    if (most === null) {
      for (const { from, to } of ways) graph.add(from, to, Infinity);
      continue;
    }
    // Frames carry headers, as the hosts on the switch send them.
    const shares = links.flatMap(({ a, b, kind, speedGbps }) => {
      const port = a.portId && portById.get(a.portId);
      return kind === 'node-switch' && b.ownerId === id && speedGbps !== null && port
        ? [port.payloadGbps / dataRate(speedGbps)]
        : [];
    });
    graph.addShared(most * Math.min(1, ...shares), ways);
  }
}

function addTrunks(plan: Plan, lost: Lost, inUse: ReadonlySet<string>, graph: Drawing): void {
  for (const link of plan.links) {
    if (link.kind !== 'switch-switch' || link.speedGbps === null || lost.has(link.id)) continue;
    if (lost.has(link.a.ownerId) || lost.has(link.b.ownerId)) continue;
    const carried = link.networkIds.filter((network) => inUse.has(network)).map(String);
    if (inUse.has('none')) carried.push('none');
    const payload = plan.portById.get(must(link.a.portId, 'port'))?.payloadGbps ?? 0;
    for (const [from, to] of [
      [link.a.ownerId, link.b.ownerId],
      [link.b.ownerId, link.a.ownerId],
    ] as const) {
      graph.addShared(
        payload,
        carried.map((network) => ({ from: `${from} ${network} out`, to: `${to} ${network} in` })),
      );
    }
  }
}

/**
 * Between what flows when those who share have even parts, and when each may take all; where the two differ, a linear
 * program tells.
 */
export function solvePlain(graph: PlainGraph): number {
  const even = new Map(
    graph.bundles.flatMap(({ edges }) => edges.map((edge) => [edge, edges.length] as const)),
  );
  const low = push(graph.edges.map((edge) => ({ ...edge, capacity: edge.capacity / (even.get(edge) ?? 1) })));
  if (even.size === 0) return low;
  return push(graph.edges) - low < 1e-6 ? low : greatestProgram(graph);
}

/** Edmonds and Karp: shortest paths with room until there is none, on a table of what is left between two vertices. */
function push(edges: readonly PlainEdge[]): number {
  const names = [...new Set(['source', 'sink', ...edges.flatMap(({ from, to }) => [from, to])])];
  const place = new Map(names.map((name, i) => [name, i]));
  const size = names.length;
  const room = new Float64Array(size * size);
  const near = names.map(() => new Set<number>());
  for (const { from, to, capacity } of edges) {
    const [a, b] = [must(place.get(from), 'a start'), must(place.get(to), 'an end')];
    room[a * size + b]! += capacity;
    near[a]!.add(b);
    near[b]!.add(a);
  }
  let total = 0;
  for (;;) {
    const cameFrom = new Int32Array(size).fill(-1);
    const queue = [0];
    for (const vertex of queue) {
      for (const next of near[vertex]!) {
        if (next === 0 || cameFrom[next] !== -1 || room[vertex * size + next]! <= 1e-7) continue;
        cameFrom[next] = vertex;
        queue.push(next);
      }
    }
    if (cameFrom[1] === -1) return total;
    let amount = Infinity;
    for (let at = 1; at !== 0; at = cameFrom[at]!)
      amount = Math.min(amount, room[cameFrom[at]! * size + at]!);
    for (let at = 1; at !== 0; at = cameFrom[at]!) {
      room[cameFrom[at]! * size + at]! -= amount;
      room[at * size + cameFrom[at]!]! += amount;
    }
    total += amount;
  }
}
