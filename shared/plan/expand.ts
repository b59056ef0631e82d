import { adapterId, adapterPortId, switchPortId } from '../lib/ids.ts';
import type { LinkId, NodeId, PortId, SwitchId } from '../lib/ids.ts';
import { naturalKey, naturalTailKey } from '../lib/natural-order.ts';
import type { SwitchPart } from '../catalog/types.ts';
import type { Node, Switch } from '../model/index.ts';
import type { AdapterBlueprint, PortBlueprint, ProfileBlueprint } from './blueprint.ts';
import type { Draft } from './draft.ts';
import type { PlanAdapter, PlanPort } from './types.ts';

/** A port while links and rates are worked out. */
export interface PortDraft {
  readonly port: Draft<PlanPort>;
  readonly print: PortBlueprint;
  /** Natural-order key of the owner's name and a space. */
  readonly ownerKey: string;
  /** The far end of the cable, when the link runs. */
  far: PortDraft | null;
}

export interface AdapterDraft {
  readonly adapter: Draft<PlanAdapter>;
  readonly print: AdapterBlueprint;
  readonly ports: readonly PortDraft[];
}

export interface NodeDraft {
  readonly record: Node;
  readonly print: ProfileBlueprint;
  readonly adapters: readonly AdapterDraft[];
}

export interface SwitchDraft {
  readonly record: Switch;
  /** Null when nobody knows the product. */
  readonly print: SwitchBlueprint | null;
  readonly ports: readonly Draft<PlanPort>[];
  readonly ownerKey: string;
}

/** Ports of a switch model in panel order, worked out once per model. */
export interface SwitchBlueprint {
  readonly part: SwitchPart;
  readonly ports: readonly PortBlueprint[];
  readonly portIndex: ReadonlyMap<string, number>;
}

/** Lays one node out: its adapters and their ports, not yet cabled. */
export function expandNode(
  record: Node,
  print: ProfileBlueprint,
  portById: Map<PortId, PlanPort>,
): NodeDraft {
  const ownerKey = naturalKey(`${record.name} `);
  const adapters = print.adapters.map((entry) => expandAdapter(record, entry, ownerKey, portById));
  return { record, print, adapters };
}

function expandAdapter(
  node: Node,
  print: AdapterBlueprint,
  ownerKey: string,
  portById: Map<PortId, PlanPort>,
): AdapterDraft {
  const id = adapterId(node.id, print.slot.slot);
  const owner = { kind: 'adapter', nodeId: node.id as NodeId, adapterId: id } as const;
  const ports = print.ports.map((entry) => {
    const port = blankPort(adapterPortId(node.id, print.slot.slot, entry.number), owner, node.name, entry);
    portById.set(port.id, port);
    return { port, print: entry, ownerKey, far: null };
  });
  const adapter: Draft<PlanAdapter> = {
    id,
    nodeId: node.id,
    slot: print.slot,
    part: print.part,
    model: print.model,
    ports: ports.map((entry) => entry.port),
    link: print.link,
    pcie: print.pcie,
    dataRateGbps: 0,
    portPayloadGbps: 0,
    ceilingGbps: { send: 0, receive: 0 },
    limitedBy: { send: 'idle', receive: 'idle' },
    rdma: print.rdma,
    used: false,
  };
  return { adapter, print, ports };
}

const NO_LINKS: readonly LinkId[] = [];
const NO_LANES: PlanPort['lanes'] = [];

function blankPort(
  id: PortId,
  owner: PlanPort['owner'],
  ownerName: string,
  print: PortBlueprint,
): Draft<PlanPort> {
  return {
    id,
    owner,
    number: print.number,
    name: print.name,
    label: `${ownerName} ${print.name}`,
    cage: print.cage,
    speedsGbps: print.speedsGbps,
    linkIds: NO_LINKS,
    peerId: null,
    lanes: NO_LANES,
    speedGbps: null,
    payloadGbps: 0,
    networkIds: print.networkIds,
    rdmaNetworkIds: print.rdmaNetworkIds,
    team: print.team,
  };
}

/** Works out the ports of a switch model. */
export function buildSwitchBlueprint(part: SwitchPart): SwitchBlueprint {
  const ports: PortBlueprint[] = [];
  for (const group of part.portGroups) {
    for (const name of group.names) {
      ports.push({
        number: ports.length + 1,
        name,
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
export function expandSwitch(
  record: Switch,
  print: SwitchBlueprint | null,
  portById: Map<PortId, PlanPort>,
): SwitchDraft {
  const ownerKey = naturalKey(`${record.name} `);
  const owner = { kind: 'switch', switchId: record.id as SwitchId } as const;
  const ports = (print?.ports ?? []).map((entry) => {
    const port = blankPort(switchPortId(record.id, entry.name), owner, record.name, entry);
    portById.set(port.id, port);
    return port;
  });
  return { record, print, ports, ownerKey };
}

/** One port of a switch with what is known of it; null when it has no port of that name. */
export function switchPortDraft({ print, ports, ownerKey }: SwitchDraft, name: string): PortDraft | null {
  const index = print?.portIndex.get(name);
  if (index === undefined) return null;
  const [port, entry] = [ports[index], print?.ports[index]];
  return port && entry ? { port, print: entry, ownerKey, far: null } : null;
}
