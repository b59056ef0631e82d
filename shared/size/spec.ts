import type { AdapterPart, RdmaProtocol, ServerPart, SwitchPart } from '../catalog/types.ts';
import type { SlotChoice } from '../fragment/index.ts';
import type { ClusterLoad } from '../model/index.ts';
import type { SizeRequest, Topology } from './request.ts';

/** RDMA adapters of one node and the ports of each that are cabled. */
export interface NodeShape {
  readonly adapters: number;
  readonly ports: number;
}

/** One kind of node of a design. */
export interface Side extends NodeShape {
  readonly count: number;
  readonly server: ServerPart;
  /** A slot per adapter. */
  readonly slots: readonly SlotChoice[];
}

/** How a switch serves a design. */
export interface SwitchUse {
  readonly part: SwitchPart;
  /** Ports of the wanted speed that hosts may take, in panel order; those that stay free are not among them. */
  readonly hostPorts: readonly string[];
  /** All ports of that speed, those that stay free included. */
  readonly hostTotal: number;
  /** Ports that join the two switches of a pair. */
  readonly peerPorts: readonly string[];
}

/** Everything a design is drawn from, and nothing else: equal facts draw equal designs. */
export interface DesignFacts {
  readonly os: SizeRequest['os'];
  readonly mtu: number;
  readonly cables: SizeRequest['cables'];
  readonly topology: Topology;
  readonly speedGbps: number;
  readonly adapter: AdapterPart;
  readonly protocol: RdmaProtocol;
  /** File servers, or the hyper-converged nodes. */
  readonly giving: Side;
  /** Hyper-V nodes; null where one cluster does both. */
  readonly taking: Side | null;
  /** Storage networks over switches; without a switch each cable is a network of its own. */
  readonly networks: number;
  readonly switch: SwitchUse | null;
  /** What the virtual machines ask for, where they are the target; checks look at it. */
  readonly load: ClusterLoad | null;
}

/** Cabled ports of one node. */
export function portsOf({ adapters, ports }: NodeShape): number {
  return adapters * ports;
}

/** Which of two switches the port in that place is cabled to; all ports of a network go to one switch. */
export function switchOfPort(place: number, networks: number): 0 | 1 {
  const network = networks > 1 ? place % networks : place;
  return network % 2 === 0 ? 0 : 1;
}

/** True when the nodes run a team with virtual adapters on it; else each storage port has an address of its own. */
export function isConverged({
  taking,
  os,
  topology,
}: Pick<DesignFacts, 'taking' | 'os' | 'topology'>): boolean {
  const switched = topology === 'one-switch' || topology === 'switch-pair';
  return taking === null && switched && os !== '2012' && os !== '2012r2';
}

/** True when the two switches of a pair have to be joined: a network or a team reaches over both. */
export function needsPeerLinks(facts: Pick<DesignFacts, 'taking' | 'os' | 'topology' | 'networks'>): boolean {
  return facts.topology === 'switch-pair' && (isConverged(facts) || facts.networks === 1);
}

/** The name of a row, the same for the same way in every search: `25-switch-pair-2x1-<adapter>-<switch>`. */
export function rowId(
  facts: Pick<DesignFacts, 'topology' | 'speedGbps' | 'adapter'> & {
    readonly giving: NodeShape;
    readonly taking: NodeShape | null;
    readonly switch: { readonly part: SwitchPart } | null;
  },
): string {
  const { topology, speedGbps, adapter, giving, taking } = facts;
  const shape = ({ adapters, ports }: NodeShape) => `${adapters}x${ports}`;
  // Hyper-V nodes are named where they have fewer adapters than the file servers.
  const shapes =
    taking && taking.adapters !== giving.adapters ? `${shape(giving)}-${shape(taking)}` : shape(giving);
  return [speedGbps, topology, shapes, adapter.id, ...(facts.switch ? [facts.switch.part.id] : [])].join('-');
}
