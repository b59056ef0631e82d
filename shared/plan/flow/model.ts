import { must } from '../../lib/assert.ts';
import type { NetworkId, NodeId, PortId, SwitchId } from '../../lib/ids.ts';
import type { AdapterDraft, NodeDraft, PortDraft, SwitchDraft } from '../expand.ts';
import type { LinkDraft } from '../links.ts';
import type { Plan } from '../types.ts';

/** What the flow is computed from. */
export interface FlowInput {
  readonly nodes: ReadonlyMap<NodeId, NodeDraft>;
  readonly switches: ReadonlyMap<SwitchId, SwitchDraft>;
  /** Links in the order of their tags. */
  readonly links: readonly LinkDraft[];
  readonly clusters: Plan['clusters'];
}

/**
 * The drawing as the flow sees it: nodes that hang on the same switches with the same adapters are one group,
 * and a switch is one vertex per network, because frames of one network never reach ports of another.
 */
export interface FlowModel {
  readonly groups: readonly FlowGroup[];
  readonly fabrics: readonly Fabric[];
  readonly trunks: readonly Trunk[];
}

export interface FlowGroup {
  /** Gives data: a file server or a hyper-converged node. */
  readonly supply: boolean;
  /** Takes data: a Hyper-V or a hyper-converged node. */
  readonly demand: boolean;
  readonly members: readonly NodeDraft[];
  readonly adapters: readonly FlowAdapter[];
}

/** An RDMA adapter with running ports. */
export interface FlowAdapter {
  /** Place among the adapters of each member. */
  readonly index: number;
  /** What PCIe and the card itself let through, Gb/s; the ports limit on their own. */
  readonly send: number;
  readonly receive: number;
  readonly ports: readonly FlowPort[];
}

export interface FlowPort {
  /** Place among the ports of the adapter. */
  readonly index: number;
  /** Line speed, by which SMB Multichannel sorts, and payload, Gb/s. */
  readonly speed: number;
  readonly payload: number;
  /** Places in `fabrics`; empty for a cable to another node. */
  readonly fabrics: readonly number[];
  readonly switchId: SwitchId | null;
  readonly peer: PortPlace | null;
}

/** A port by its places in the model. Groups with cables to other nodes have one member. */
export interface PortPlace {
  readonly group: number;
  readonly adapter: number;
  readonly port: number;
}

/** One network on one switch. */
export interface Fabric {
  readonly switchId: SwitchId;
  readonly switchName: string;
}

/** Equal links between the same two switches. */
export interface Trunk {
  readonly links: readonly LinkDraft[];
  readonly switches: readonly [SwitchId, SwitchId];
  /** Pairs of fabrics they join, one per network, and what each network gets of one link, Gb/s. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly capacity: number;
}

/** Ports without any network are taken to reach each other. */
const NO_NETWORK = '' as NetworkId;

/** Reads the groups, switch networks and trunks off the drafts. */
export function buildFlowModel(input: FlowInput): FlowModel {
  const table = new FabricTable(input.switches);
  const ends = runningEnds(input.links);
  const groups = groupNodes(input, table, ends);
  const trunks = buildTrunks(input.links, table);
  return { groups, fabrics: table.fabrics, trunks };
}

class FabricTable {
  readonly fabrics: Fabric[] = [];
  /** Networks that hosts move storage on. */
  readonly networks = new Set<NetworkId>();
  private readonly index = new Map<SwitchId, Map<NetworkId, number>>();
  private readonly switches: FlowInput['switches'];

  constructor(switches: FlowInput['switches']) {
    this.switches = switches;
  }

  at(switchId: SwitchId, network: NetworkId): number {
    const row = this.index.get(switchId) ?? new Map<NetworkId, number>();
    this.index.set(switchId, row);
    const known = row.get(network);
    if (known !== undefined) return known;
    this.fabrics.push({ switchId, switchName: must(this.switches.get(switchId), 'a switch').record.name });
    row.set(network, this.fabrics.length - 1);
    return this.fabrics.length - 1;
  }
}

interface RunningEnd {
  readonly link: LinkDraft;
  readonly far: PortDraft;
}

/** The far end of every running port. */
function runningEnds(links: readonly LinkDraft[]): ReadonlyMap<PortId, RunningEnd> {
  const ends = new Map<PortId, RunningEnd>();
  for (const link of links) {
    if (link.link.speedGbps === null || !link.a || !link.b) continue;
    ends.set(link.a.port.id, { link, far: link.b });
    ends.set(link.b.port.id, { link, far: link.a });
  }
  return ends;
}

interface DraftPort extends Omit<FlowPort, 'peer'> {
  readonly peerId: PortId | null;
}
interface DraftAdapter extends Omit<FlowAdapter, 'ports'> {
  readonly ports: readonly DraftPort[];
}
interface DraftGroup extends Omit<FlowGroup, 'adapters'> {
  readonly members: NodeDraft[];
  readonly adapters: readonly DraftAdapter[];
}

function groupNodes(
  { clusters, nodes }: FlowInput,
  table: FabricTable,
  ends: ReadonlyMap<PortId, RunningEnd>,
): FlowGroup[] {
  const found = new Map<string, DraftGroup>();
  for (const { record, nodes: members } of clusters) {
    const supply = record.kind !== 'hyper-v';
    const demand = record.kind !== 'file-server';
    for (const member of members) {
      const draft = must(nodes.get(member.id), 'a node of a cluster');
      const adapters = draft.adapters.flatMap((adapter, i) => readAdapter(adapter, i, table, ends));
      const key = `${record.kind}|${adapters.map(adapterKey).join('|')}`;
      const group = found.get(key);
      if (group) group.members.push(draft);
      else found.set(key, { supply, demand, members: [draft], adapters });
    }
  }
  return joinPeers([...found.values()]);
}

function adapterKey(adapter: DraftAdapter): string {
  const ports = adapter.ports.map(
    (port) => `${port.index},${port.speed},${port.payload},${port.peerId ?? port.fabrics.join('+')}`,
  );
  return `${adapter.index};${adapter.send};${adapter.receive};${ports.join(';')}`;
}

function readAdapter(
  { print, ports }: AdapterDraft,
  index: number,
  table: FabricTable,
  ends: ReadonlyMap<PortId, RunningEnd>,
): DraftAdapter[] {
  if (!print.rdma || !print.pcie) return [];
  const running = ports.flatMap((port, i) => readPort(port, i, table, ends));
  if (running.length === 0) return [];
  const card = print.part?.cardLimitGbps ?? Infinity;
  const send = Math.min(print.pcie.readGbps, card);
  const receive = Math.min(print.pcie.writeGbps, card);
  return [{ index, send, receive, ports: running }];
}

function readPort(
  draft: PortDraft,
  index: number,
  table: FabricTable,
  ends: ReadonlyMap<PortId, RunningEnd>,
): DraftPort[] {
  const { port } = draft;
  const end = ends.get(port.id);
  if (!end || port.speedGbps === null) return [];
  const networks = storageNetworks(draft);
  const far = end.far.port;
  const common = { index, speed: port.speedGbps };
  if (far.owner.kind === 'switch') {
    const { switchId } = far.owner;
    const fabrics = networks.map((network) => table.at(switchId, network));
    for (const network of networks) table.networks.add(network);
    return [{ ...common, payload: port.payloadGbps, fabrics, switchId, peerId: null }];
  }
  // A cable between ports of different networks runs, but carries no storage; its capacity says so.
  const shared = storageNetworks(end.far).some((network) => networks.includes(network));
  const payload = shared ? Math.min(port.payloadGbps, far.payloadGbps) : 0;
  return [{ ...common, payload, fabrics: [], switchId: null, peerId: far.id }];
}

/** Where SMB Direct can leave a port: its RDMA networks, else all it has. */
function storageNetworks({ print }: PortDraft): readonly NetworkId[] {
  if (print.rdmaNetworkIds.length > 0) return print.rdmaNetworkIds;
  return print.networkIds.length > 0 ? print.networkIds : [NO_NETWORK];
}

/** A port cabled to another node names that port, so its group has one member; puts places for names. */
function joinPeers(groups: readonly DraftGroup[]): FlowGroup[] {
  const places = new Map<PortId, PortPlace>();
  groups.forEach((group, g) => {
    group.adapters.forEach((adapter, a) => {
      adapter.ports.forEach((port, p) => {
        if (port.peerId === null) return;
        const own = group.members[0]?.adapters[adapter.index]?.ports[port.index];
        places.set(must(own, 'the port itself').port.id, { group: g, adapter: a, port: p });
      });
    });
  });
  return groups.map((group) => ({
    ...group,
    adapters: group.adapters.map((adapter) => ({
      ...adapter,
      ports: adapter.ports.map(({ peerId, ...port }) => ({
        ...port,
        peer: peerId === null ? null : (places.get(peerId) ?? null),
      })),
    })),
  }));
}

/**
 * Links between switches carry each storage network that both ends have. Their capacity is split evenly among
 * these: a careful reading, for a network alone on the link may get more.
 */
function buildTrunks(links: readonly LinkDraft[], table: FabricTable): Trunk[] {
  const found = new Map<string, Trunk & { readonly links: LinkDraft[] }>();
  for (const draft of links) {
    const { link, a } = draft;
    if (link.kind !== 'switch-switch' || link.speedGbps === null || !a) continue;
    const carried = link.networkIds.filter((network) => table.networks.has(network));
    if (table.networks.has(NO_NETWORK)) carried.push(NO_NETWORK);
    if (carried.length === 0 || a.port.payloadGbps === 0) continue;
    const switches = [link.a.ownerId as SwitchId, link.b.ownerId as SwitchId] as const;
    const capacity = a.port.payloadGbps / carried.length;
    const key = `${switches.join('|')}|${capacity}|${carried.join('|')}`;
    const trunk = found.get(key);
    if (trunk) {
      trunk.links.push(draft);
      continue;
    }
    const pairs = carried.map(
      (network) => [table.at(switches[0], network), table.at(switches[1], network)] as const,
    );
    found.set(key, { links: [draft], switches, pairs, capacity });
  }
  return [...found.values()];
}
