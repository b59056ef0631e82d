import { must } from '../../lib/assert.ts';
import type { NetworkId, PortId, SwitchId } from '../../lib/ids.ts';
import type { AdapterDraft, NodeDraft, PortDraft } from '../expand.ts';
import type { LinkDraft } from '../link-draft.ts';
import type { ClusterKind } from '../../model/index.ts';
import type { ProfileBlueprint } from '../blueprint.ts';
import { listBreakouts } from './breakouts.ts';
import type {
  Fabric,
  FlowAdapter,
  FlowGroup,
  FlowInput,
  FlowModel,
  FlowPort,
  PortPlace,
  Trunk,
} from './types.ts';

/** Ports without any network are taken to reach each other. */
const NO_NETWORK = '' as NetworkId;

/** Reads the groups, switch networks and trunks off the drafts. */
export function buildFlowModel(input: FlowInput): FlowModel {
  const table = new FabricTable(input.switches);
  const groups = groupNodes(input, table);
  const trunks = buildTrunks(input.links, table);
  return { groups, fabrics: table.fabrics, trunks, breakouts: listBreakouts(input, groups, trunks) };
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
  /** Ports of one blueprint have one list of networks, so lists are told apart by identity. */
  private readonly attachments = new Map<SwitchId, Map<readonly NetworkId[], Attachment>>();
  private readonly switches: FlowInput['switches'];
  private count = 0;

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

  attach(switchId: SwitchId, networks: readonly NetworkId[]): Attachment {
    let row = this.attachments.get(switchId);
    if (!row) this.attachments.set(switchId, (row = new Map<readonly NetworkId[], Attachment>()));
    let attachment = row.get(networks);
    if (!attachment) {
      for (const network of networks) this.networks.add(network);
      attachment = { number: this.count, fabrics: networks.map((network) => this.at(switchId, network)) };
      this.count += 1;
      row.set(networks, attachment);
    }
    return attachment;
  }
}

function groupNodes({ clusters, nodes }: FlowInput, table: FabricTable): FlowGroup[] {
  const found = new Map<string, { readonly kind: ClusterKind; readonly members: NodeDraft[] }>();
  const prints = new Map<ProfileBlueprint, number>();
  for (const { record, nodes: members } of clusters) {
    for (const member of members) {
      const draft = must(nodes.get(member.id), 'a node of a cluster');
      const print = prints.get(draft.print) ?? prints.size;
      prints.set(draft.print, print);
      const key = `${record.kind} ${print}${cablingKey(draft, table)}`;
      const group = found.get(key);
      if (group) group.members.push(draft);
      else found.set(key, { kind: record.kind, members: [draft] });
    }
  }
  return joinPeers([...found.values()], table);
}

/** How a node is cabled, as text: equal for nodes of a profile on the same switches at the same speeds. */
function cablingKey(node: NodeDraft, table: FabricTable): string {
  let key = '';
  for (const { print, ports } of node.adapters) {
    if (!print.rdma) continue;
    for (const draft of ports) {
      const { far } = draft;
      if (!far) key += '|';
      else if (far.port.owner.kind === 'adapter') key += `|${draft.port.id}`;
      else {
        const { number } = table.attach(far.port.owner.switchId, storageNetworks(draft));
        key += `|${draft.port.speedGbps ?? 0} ${number}${isLane(draft) ? ' lane' : ''}`;
      }
    }
  }
  return key;
}

/** Adapters with RDMA and a running port. */
function readAdapters(
  node: NodeDraft,
  table: FabricTable,
  places: ReadonlyMap<PortId, PortPlace>,
): FlowAdapter[] {
  return flowAdapters(node).map(({ index, adapter: { print }, ports }) => {
    const card = print.part?.cardLimitGbps ?? Infinity;
    return {
      index,
      send: Math.min(print.pcie?.readGbps ?? 0, card),
      receive: Math.min(print.pcie?.writeGbps ?? 0, card),
      ports: ports.map((port) => readPort(port.draft, port.index, table, places)),
    };
  });
}

interface IndexedAdapter {
  readonly index: number;
  readonly adapter: AdapterDraft;
  readonly ports: readonly { readonly index: number; readonly draft: PortDraft }[];
}

function flowAdapters(node: NodeDraft): IndexedAdapter[] {
  return node.adapters.flatMap((adapter, index) => {
    if (!adapter.print.rdma) return [];
    const ports = adapter.ports.flatMap((draft, i) => (draft.far ? [{ index: i, draft }] : []));
    return ports.length > 0 ? [{ index, adapter, ports }] : [];
  });
}

function readPort(
  draft: PortDraft,
  index: number,
  table: FabricTable,
  places: ReadonlyMap<PortId, PortPlace>,
): FlowPort {
  const { port } = draft;
  const far = must(draft.far, 'far end of a running port');
  const networks = storageNetworks(draft);
  const speed = must(port.speedGbps, 'speed of a running port');
  const common = { index, speed, lane: isLane(draft) };
  if (far.port.owner.kind === 'switch') {
    const { switchId } = far.port.owner;
    const { fabrics } = table.attach(switchId, networks);
    return { ...common, payload: port.payloadGbps, fabrics, switchId, peer: null };
  }
  // A cable between ports of different networks runs, but carries no storage; its capacity says so.
  const shared = storageNetworks(far).some((network) => networks.includes(network));
  const payload = shared ? Math.min(port.payloadGbps, far.port.payloadGbps) : 0;
  return { ...common, payload, fabrics: [], switchId: null, peer: places.get(far.port.id) ?? null };
}

/** True when the far end is a split port. */
function isLane({ far }: PortDraft): boolean {
  return far !== null && far.port.lanes.length > 0;
}

const WITHOUT_NETWORK: readonly NetworkId[] = [NO_NETWORK];

/** Where SMB Direct can leave a port: its RDMA networks, else all it has. */
function storageNetworks({ print }: PortDraft): readonly NetworkId[] {
  if (print.rdmaNetworkIds.length > 0) return print.rdmaNetworkIds;
  return print.networkIds.length > 0 ? print.networkIds : WITHOUT_NETWORK;
}

/** A port cabled to another node makes its node a group of its own; its place is what the far port names. */
function joinPeers(
  found: readonly { readonly kind: ClusterKind; readonly members: readonly NodeDraft[] }[],
  table: FabricTable,
): FlowGroup[] {
  const places = new Map<PortId, PortPlace>();
  found.forEach(({ members }, group) => {
    flowAdapters(must(members[0], 'member of a group')).forEach(({ ports }, adapter) => {
      ports.forEach(({ draft }, port) => {
        if (draft.far?.port.owner.kind === 'adapter') places.set(draft.port.id, { group, adapter, port });
      });
    });
  });
  return found.map(({ kind, members }) => ({
    supply: kind !== 'hyper-v',
    demand: kind !== 'file-server',
    members,
    adapters: readAdapters(must(members[0], 'member of a group'), table, places),
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
