import { must } from '../../lib/assert.ts';
import type { NetworkId, PortId, SwitchId } from '../../lib/ids.ts';
import type { ClusterKind, Profile } from '../../model/index.ts';
import { dataRate } from '../payload.ts';
import type { PlanAdapter, PlanLink, PlanNode, PlanPort } from '../types.ts';
import { listBreakouts } from './breakouts.ts';
import { farPort, portLost, runningPorts, spreadLoss, type RunningPort } from './lost.ts';
import {
  AS_DRAWN,
  type Fabric,
  type FlowAdapter,
  type FlowGroup,
  type FlowInput,
  type FlowModel,
  type FlowPort,
  type PortPlace,
  type Question,
  type Trunk,
} from './types.ts';

/** Ports without any network are taken to reach each other. */
const NO_NETWORK = '' as NetworkId;

/** Reads the groups, switch networks and trunks off a plan. */
export function buildFlowModel(plan: FlowInput, question: Question = AS_DRAWN): FlowModel {
  const { way } = question;
  const reader: Reader = {
    plan,
    lost: spreadLoss(plan, question.lost),
    supplies: way === 'read' ? GIVES : TAKES,
    demands: way === 'read' ? TAKES : GIVES,
    table: new FabricTable((id) => forwardRate(plan, id)),
  };
  const groups = groupNodes(reader);
  const trunks = buildTrunks(reader);
  return { groups, fabrics: reader.table.fabrics, trunks, breakouts: listBreakouts(plan, groups, trunks) };
}

const GIVES: readonly ClusterKind[] = ['file-server', 'hyper-converged'];
const TAKES: readonly ClusterKind[] = ['hyper-v', 'hyper-converged'];

interface Reader {
  readonly plan: FlowInput;
  readonly lost: Question['lost'];
  readonly supplies: readonly ClusterKind[];
  readonly demands: readonly ClusterKind[];
  readonly table: FabricTable;
}

/** The networks of one port on its switch. */
interface Attachment {
  readonly number: number;
  readonly fabrics: readonly number[];
}

class FabricTable {
  readonly fabrics: Fabric[] = [];
  /** Networks that hosts move storage on. */
  readonly networks = new Set<NetworkId>();
  private readonly index = new Map<SwitchId, Map<NetworkId, number>>();
  /** Ports of one profile have one list of networks, so most lists are known by identity. */
  private readonly texts = new Map<readonly NetworkId[], string>();
  private readonly attachments = new Map<SwitchId, Map<string, Attachment>>();
  private readonly forwardOf: (id: SwitchId) => number | null;
  private count = 0;

  constructor(forwardOf: (id: SwitchId) => number | null) {
    this.forwardOf = forwardOf;
  }

  at(switchId: SwitchId, network: NetworkId): number {
    const row = this.index.get(switchId) ?? new Map<NetworkId, number>();
    this.index.set(switchId, row);
    const known = row.get(network);
    if (known !== undefined) return known;
    this.fabrics.push({ switchId, forward: this.forwardOf(switchId) });
    row.set(network, this.fabrics.length - 1);
    return this.fabrics.length - 1;
  }

  attach(switchId: SwitchId, networks: readonly NetworkId[]): Attachment {
    let text = this.texts.get(networks);
    if (text === undefined) this.texts.set(networks, (text = networks.join('|')));
    let row = this.attachments.get(switchId);
    if (!row) this.attachments.set(switchId, (row = new Map<string, Attachment>()));
    let attachment = row.get(text);
    if (!attachment) {
      for (const network of networks) this.networks.add(network);
      attachment = { number: this.count, fabrics: networks.map((network) => this.at(switchId, network)) };
      this.count += 1;
      row.set(text, attachment);
    }
    return attachment;
  }
}

/**
 * What a switch forwards at most, as payload: its ports carry headers along, by the greatest share that a host on it
 * sends.
 */
function forwardRate({ switchById, portById }: FlowInput, id: SwitchId): number | null {
  const { part, ports } = must(switchById.get(id), 'a switch');
  const most = part?.forwardGbps ?? null;
  if (most === null) return null;
  let [share, lines] = [1, 0];
  for (const { speedGbps, lanes, peerId, linkIds } of ports) {
    if (speedGbps === null || linkIds.length === 0) continue;
    lines += dataRate(speedGbps);
    for (const far of lanes.length > 0 ? lanes : [{ peerId }]) {
      const peer = far.peerId && portById.get(far.peerId);
      if (!peer || peer.owner.kind !== 'adapter' || peer.speedGbps === null) continue;
      share = Math.min(share, peer.payloadGbps / dataRate(peer.speedGbps));
    }
  }
  return most < lines ? most * share : null;
}

interface Found {
  readonly kind: ClusterKind;
  readonly members: PlanNode[];
}

function groupNodes(reader: Reader): FlowGroup[] {
  const found = new Map<string, Found>();
  const profiles = new Map<Profile, number>();
  for (const { record, nodes } of reader.plan.clusters) {
    for (const node of nodes) {
      const profile = profiles.get(node.profile) ?? profiles.size;
      profiles.set(node.profile, profile);
      const key = `${record.id} ${profile}${cablingKey(node, reader)}`;
      if (reader.lost.has(node.id)) continue;
      const group = found.get(key);
      if (group) group.members.push(node);
      else found.set(key, { kind: record.kind, members: [node] });
    }
  }
  return joinPeers([...found.values()], reader);
}

/**
 * How a node is cabled, as text: equal for nodes of a profile on the same switches at the same speeds. Networks of
 * ports that have failed are noted all the same: a failure does not change which networks a cable carries.
 */
function cablingKey(node: PlanNode, { plan, lost, table }: Reader): string {
  let key = '';
  for (const { rdma, ports } of node.adapters) {
    if (!rdma) continue;
    for (const port of ports) {
      const far = farPort(plan, port);
      const fabric =
        far?.owner.kind === 'switch' ? table.attach(far.owner.switchId, storageNetworks(port)) : null;
      if (!far || portLost(lost, port, far)) key += '|';
      else if (!fabric) key += `|${port.id}`;
      else key += `|${port.speedGbps ?? 0} ${fabric.number}${far.lanes.length > 0 ? ' lane' : ''}`;
    }
  }
  return key;
}

interface IndexedAdapter {
  readonly index: number;
  readonly adapter: PlanAdapter;
  readonly ports: readonly RunningPort[];
}

function flowAdapters(node: PlanNode, { plan, lost }: Reader): IndexedAdapter[] {
  const found = new Map<number, IndexedAdapter & { readonly ports: RunningPort[] }>();
  for (const entry of runningPorts(plan, node, lost)) {
    const { adapterIndex: index, adapter } = entry;
    const known = found.get(index);
    if (known) known.ports.push(entry);
    else found.set(index, { index, adapter, ports: [entry] });
  }
  return [...found.values()];
}

/** Adapters with RDMA and a running port. */
function readAdapters(
  adapters: readonly IndexedAdapter[],
  table: FabricTable,
  places: ReadonlyMap<PortId, PortPlace>,
): FlowAdapter[] {
  return adapters.map(({ index, adapter, ports }) => {
    const card = adapter.part?.cardLimitGbps ?? Infinity;
    return {
      index,
      send: Math.min(adapter.pcie?.readGbps ?? 0, card),
      receive: Math.min(adapter.pcie?.writeGbps ?? 0, card),
      ports: ports.map((entry) => readPort(entry, table, places)),
    };
  });
}

function readPort(
  { index, port, far }: RunningPort,
  table: FabricTable,
  places: ReadonlyMap<PortId, PortPlace>,
): FlowPort {
  const networks = storageNetworks(port);
  const speed = must(port.speedGbps, 'speed of a running port');
  const common = { index, speed, lane: far.lanes.length > 0 };
  if (far.owner.kind === 'switch') {
    const { switchId } = far.owner;
    const { fabrics } = table.attach(switchId, networks);
    return { ...common, payload: port.payloadGbps, fabrics, switchId, peer: null };
  }
  // A cable between ports of different networks runs, but carries no storage; its capacity says so.
  const shared = storageNetworks(far).some((network) => networks.includes(network));
  const payload = shared ? Math.min(port.payloadGbps, far.payloadGbps) : 0;
  return { ...common, payload, fabrics: [], switchId: null, peer: places.get(far.id) ?? null };
}

const WITHOUT_NETWORK: readonly NetworkId[] = [NO_NETWORK];

/** Where SMB Direct can leave a port: its RDMA networks, else all it has. */
export function storageNetworks({ rdmaNetworkIds, networkIds }: PlanPort): readonly NetworkId[] {
  if (rdmaNetworkIds.length > 0) return rdmaNetworkIds;
  return networkIds.length > 0 ? networkIds : WITHOUT_NETWORK;
}

/** A port cabled to another node makes its node a group of its own; its place is what the far port names. */
function joinPeers(found: readonly Found[], reader: Reader): FlowGroup[] {
  const places = new Map<PortId, PortPlace>();
  const read = found.map(({ members }, group) => {
    const adapters = flowAdapters(must(members[0], 'member of a group'), reader);
    adapters.forEach(({ ports }, adapter) => {
      ports.forEach((entry, port) => {
        if (entry.far.owner.kind === 'adapter') places.set(entry.port.id, { group, adapter, port });
      });
    });
    return adapters;
  });
  return found.map(({ kind, members }, i) => ({
    supply: reader.supplies.includes(kind),
    demand: reader.demands.includes(kind),
    members,
    adapters: readAdapters(read[i] ?? [], reader.table, places),
  }));
}

/** Links between switches carry each storage network that both ends have; these share their capacity. */
function buildTrunks({ plan, lost, table }: Reader): Trunk[] {
  const found = new Map<string, Trunk & { readonly links: PlanLink[] }>();
  for (const link of plan.links) {
    if (link.kind !== 'switch-switch' || link.speedGbps === null) continue;
    const carried = link.networkIds.filter((network) => table.networks.has(network));
    if (table.networks.has(NO_NETWORK)) carried.push(NO_NETWORK);
    const capacity = (link.a.portId && plan.portById.get(link.a.portId)?.payloadGbps) || 0;
    if (carried.length === 0 || capacity === 0 || lost.has(link.id)) continue;
    const switches = [link.a.ownerId as SwitchId, link.b.ownerId as SwitchId] as const;
    if (switches.some((id) => lost.has(id))) continue;
    const key = `${switches.join('|')}|${capacity}|${carried.join('|')}`;
    const trunk = found.get(key);
    if (trunk) {
      trunk.links.push(link);
      continue;
    }
    const pairs = carried.map(
      (network) => [table.at(switches[0], network), table.at(switches[1], network)] as const,
    );
    found.set(key, { links: [link], switches, pairs, capacity });
  }
  return [...found.values()];
}
