import { adapterId, portIdOn, switchPortTail } from '../lib/ids.ts';
import type { AdapterId, LinkId, NodeId, PortId, SwitchId } from '../lib/ids.ts';
import { naturalKey, naturalTailKey } from '../lib/natural-order.ts';
import type { SwitchPart } from '../catalog/types.ts';
import type { Node, Switch } from '../model/index.ts';
import type { AdapterBlueprint, PortBlueprint, ProfileBlueprint } from './blueprint.ts';
import type { Draft } from './draft.ts';
import type { PlanAdapter, PlanPort } from './types.ts';

/**
 * A port while links and rates are worked out. Drafts stay with their plan: once it is done none of them changes, and
 * the next plan takes over those that no edit touches.
 */
export interface PortDraft {
  port: Draft<PlanPort>;
  readonly print: PortBlueprint;
  /** Natural-order key of the owner's name and a space. */
  readonly ownerKey: string;
}

export interface AdapterDraft {
  adapter: Draft<PlanAdapter>;
  readonly print: AdapterBlueprint;
  readonly ports: readonly PortDraft[];
}

export interface NodeDraft {
  readonly record: Node;
  readonly print: ProfileBlueprint;
  readonly adapters: readonly AdapterDraft[];
  /** Natural-order key of the name. */
  readonly nameKey: string;
}

export interface SwitchDraft {
  readonly record: Switch;
  /** Null when nobody knows the product. */
  readonly print: SwitchBlueprint | null;
  readonly ports: readonly PortDraft[];
  /** Natural-order key of the name. */
  readonly nameKey: string;
}

/** Ports of a switch model in panel order, worked out once per model. */
export interface SwitchBlueprint {
  readonly part: SwitchPart;
  readonly ports: readonly PortBlueprint[];
  readonly portIndex: ReadonlyMap<string, number>;
}

/** Lays one node out: its adapters and their ports, not yet cabled. */
export function expandNode(record: Node, print: ProfileBlueprint): NodeDraft {
  const nameKey = naturalKey(record.name);
  const ownerKey = `${nameKey} `;
  const adapters = print.adapters.map((entry) => expandAdapter(record, entry, ownerKey));
  return { record, print, adapters, nameKey };
}

function expandAdapter(node: Node, print: AdapterBlueprint, ownerKey: string): AdapterDraft {
  const id = adapterId(node.id, print.slot.slot);
  const owner = { kind: 'adapter', nodeId: node.id as NodeId, adapterId: id } as const;
  const ports = print.ports.map((entry) => draftPort(node, owner, ownerKey, entry));
  return { adapter: blankAdapter(id, node.id, print, ports), print, ports };
}

/** An adapter that nobody has rated yet. */
function blankAdapter(
  id: AdapterId,
  nodeId: NodeId,
  print: AdapterBlueprint,
  ports: readonly PortDraft[],
): Draft<PlanAdapter> {
  return {
    id,
    nodeId,
    slot: print.slot,
    part: print.part,
    model: print.model,
    ports: ports.map((entry) => entry.port),
    link: print.link,
    pcie: print.pcie,
    dataRateGbps: 0,
    portPayloadGbps: 0,
    ceilingGbps: NOTHING,
    limitedBy: IDLE,
    rdma: print.rdma,
    used: false,
  };
}

const NOTHING: PlanAdapter['ceilingGbps'] = { send: 0, receive: 0 };
const IDLE: PlanAdapter['limitedBy'] = { send: 'idle', receive: 'idle' };
const NO_LINKS: readonly LinkId[] = [];
const NO_LANES: PlanPort['lanes'] = [];

function draftPort(
  { id, name }: Node | Switch,
  owner: PlanPort['owner'],
  ownerKey: string,
  print: PortBlueprint,
): PortDraft {
  return {
    port: blankPort(portIdOn(id, print.idTail), owner, name + print.labelTail, print),
    print,
    ownerKey,
  };
}

function blankPort(
  id: PortId,
  owner: PlanPort['owner'],
  label: string,
  print: PortBlueprint,
): Draft<PlanPort> {
  return {
    id,
    owner,
    number: print.number,
    name: print.name,
    label,
    cage: print.cage,
    speedsGbps: print.speedsGbps,
    linkIds: NO_LINKS,
    peerId: null,
    peerOwner: null,
    lanes: NO_LANES,
    speedGbps: null,
    payloadGbps: 0,
    networkIds: print.networkIds,
    rdmaNetworkIds: print.rdmaNetworkIds,
    team: print.team,
  };
}

/** The node with these ports of its free again, to plug their cables in anew; its adapters are to be rated anew. */
export function freeNodePorts(draft: NodeDraft, freed: ReadonlySet<PortDraft>): NodeDraft {
  const adapters = draft.adapters.map(({ adapter, print, ports: before }): AdapterDraft => {
    const ports = freePorts(before, freed);
    return { adapter: blankAdapter(adapter.id, adapter.nodeId, print, ports), print, ports };
  });
  return { ...draft, adapters };
}

/** The same for a switch. */
export function freeSwitchPorts(draft: SwitchDraft, freed: ReadonlySet<PortDraft>): SwitchDraft {
  return { ...draft, ports: freePorts(draft.ports, freed) };
}

function freePorts(drafts: readonly PortDraft[], freed: ReadonlySet<PortDraft>): PortDraft[] {
  return drafts.map((draft) => {
    if (!freed.has(draft)) return draft;
    const { print, ownerKey, port } = draft;
    return { port: blankPort(port.id, port.owner, port.label, print), print, ownerKey };
  });
}

/** Works out the ports of a switch model. */
export function buildSwitchBlueprint(part: SwitchPart): SwitchBlueprint {
  const ports: PortBlueprint[] = [];
  for (const group of part.portGroups) {
    for (const name of group.names) {
      ports.push({
        number: ports.length + 1,
        name,
        idTail: switchPortTail(name),
        labelTail: ` ${name}`,
        nameKey: naturalTailKey(name),
        cage: group.cage,
        speedsGbps: group.speedsGbps,
        allowedGbps: group.speedsGbps,
        networkIds: [],
        rdmaNetworkIds: [],
        team: null,
        payloadShare: null,
      });
    }
  }
  return { part, ports, portIndex: new Map(ports.map((port, i) => [port.name, i])) };
}

/** Lays one switch out; without a known product it has no ports. */
export function expandSwitch(record: Switch, print: SwitchBlueprint | null): SwitchDraft {
  const nameKey = naturalKey(record.name);
  const ownerKey = `${nameKey} `;
  const owner = { kind: 'switch', switchId: record.id as SwitchId } as const;
  const ports = (print?.ports ?? []).map((entry) => draftPort(record, owner, ownerKey, entry));
  return { record, print, ports, nameKey };
}

/** One port of a switch with what is known of it; null when it has no port of that name. */
export function switchPortDraft({ print, ports }: SwitchDraft, name: string): PortDraft | null {
  const index = print?.portIndex.get(name);
  return index === undefined ? null : (ports[index] ?? null);
}

/** One port of a node's adapter; null when the slot is empty or its card has no such port. */
export function adapterPortDraft(
  { print, adapters }: NodeDraft,
  slot: string,
  number: number,
): PortDraft | null {
  const index = print.slotIndex.get(slot);
  return index === undefined ? null : (adapters[index]?.ports[number - 1] ?? null);
}
