import type { AdapterPart, RdmaProtocol } from '../catalog/types.ts';
import { DEFAULT_FABRIC } from '../model/index.ts';
import { dataRate, payloadShare, pcieRates, trainLink } from '../plan/index.ts';
import { portsOf, switchOfPort, type NodeShape, type Side } from './spec.ts';
import type { SizeRequest, Topology } from './request.ts';

/** The kinds of failure a request can ask to survive. */
const FAILURE_KINDS = ['adapter', 'cable', 'switch', 'node'] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** The kinds a request does ask for. */
export function wantedFailures({ survive }: SizeRequest): readonly FailureKind[] {
  return FAILURE_KINDS.filter((kind) => survive[kind]);
}

/** Rates of one kind of node, Gb/s, by how many ports of each of its adapters run. */
interface SideRates {
  readonly send: (ports: readonly number[]) => number;
  readonly receive: (ports: readonly number[]) => number;
}

interface PortFacts {
  readonly adapter: AdapterPart;
  readonly protocol: RdmaProtocol;
  readonly speedGbps: number;
  readonly mtu: number;
}

/** Payload of one storage port, Gb/s. Storage frames carry a VLAN tag. */
export function portPayload({ protocol, speedGbps, mtu }: PortFacts): number {
  return dataRate(speedGbps) * payloadShare(protocol, mtu, true);
}

/** What a slot holds of an adapter, Gb/s: its PCIe link by direction and the card's own limit. */
export function slotLimit(
  adapter: Pick<AdapterPart, 'pcie' | 'cardLimitGbps'>,
  slot: Pick<Side['slots'][number], 'gen' | 'lanes'>,
): { readonly send: number; readonly receive: number } {
  const link = trainLink(adapter.pcie, slot);
  const { maxPayloadBytes, maxReadBytes } = DEFAULT_FABRIC;
  const pcie = pcieRates(link.gen, link.lanes, maxPayloadBytes, maxReadBytes);
  const card = adapter.cardLimitGbps ?? Infinity;
  return { send: Math.min(pcie.readGbps, card), receive: Math.min(pcie.writeGbps, card) };
}

function sideRates(facts: PortFacts, side: Side): SideRates {
  const payload = portPayload(facts);
  const limits = side.slots.map((slot) => slotLimit(facts.adapter, slot));
  const total = (direction: 'send' | 'receive') => (ports: readonly number[]) =>
    limits.reduce((sum, limit, i) => sum + Math.min((ports[i] ?? 0) * payload, limit[direction]), 0);
  return { send: total('send'), receive: total('receive') };
}

/** Ports of each adapter that still run when one adapter, one cable or one of two switches is lost. */
function portsLeft(
  side: NodeShape,
  kind: FailureKind | null,
  lostSwitch: number,
  networks: number,
): readonly number[] {
  return Array.from({ length: side.adapters }, (_, i) => {
    if (kind === 'adapter') return i === 0 ? 0 : side.ports;
    if (kind === 'cable') return i === 0 ? side.ports - 1 : side.ports;
    if (kind !== 'switch') return side.ports;
    const places = Array.from({ length: side.ports }, (__, k) => i * side.ports + k);
    return places.filter((place) => switchOfPort(place, networks) !== lostSwitch).length;
  });
}

/**
 * What one giving node can deliver at most, Gb/s, while a failure of that kind lasts (null: none): an upper bound from
 * ports, slots and cards alone, to tell without a plan which designs are worth drawing. The rates of a row come
 * from its plan.
 */
function rateBound(
  facts: PortFacts & {
    readonly topology: Topology;
    readonly giving: Side;
    readonly taking: Side | null;
    readonly networks: number;
  },
  kind: FailureKind | null,
): number {
  const { giving, taking, topology } = facts;
  if (kind === 'switch' && topology === 'one-switch') return 0;
  if (kind === 'switch' && topology === 'switch-pair') {
    return Math.min(...[0, 1].map((lost) => boundWith(facts, kind, lost)));
  }
  // Of two hyper-converged nodes the last one reads its own disks.
  if (kind === 'node' && !taking && giving.count === 2) return boundWith(facts, null, 0);
  return boundWith(facts, kind === 'switch' ? null : kind, 0);
}

function boundWith(
  facts: Parameters<typeof rateBound>[0],
  kind: FailureKind | null,
  lostSwitch: number,
): number {
  const { giving, taking, networks } = facts;
  const own = sideRates(facts, giving);
  const hit = portsLeft(giving, kind, lostSwitch, networks);
  // What is left of the others does the work of a lost node.
  const send = kind === 'node' ? (own.send(hit) * (giving.count - 1)) / giving.count : own.send(hit);
  if (!taking) {
    // What one node alone has lost of receiving, the others make up for.
    return kind === null || kind === 'switch' ? Math.min(send, own.receive(hit)) : send;
  }
  const other = sideRates(facts, taking);
  const whole = Array.from({ length: taking.adapters }, () => taking.ports);
  const takingHit = other.receive(portsLeft(taking, kind, lostSwitch, networks));
  // A lost switch hits every node, anything else one.
  const others = kind === 'switch' ? takingHit : other.receive(whole);
  const demand = takingHit + (taking.count - 1) * others;
  return Math.min(send, demand / giving.count);
}

/** The bound over the kinds of failure a request wants survived. */
export function survivedBound(facts: Parameters<typeof rateBound>[0], kinds: readonly FailureKind[]): number {
  return Math.min(rateBound(facts, null), ...kinds.map((kind) => rateBound(facts, kind)));
}

/** Ports of a node that are cabled to the busier of the two switches of a pair. */
export function busierHalf(side: NodeShape, networks: number): number {
  const places = Array.from({ length: portsOf(side) }, (_, place) => switchOfPort(place, networks));
  const first = places.filter((of) => of === 0).length;
  return Math.max(first, places.length - first);
}
