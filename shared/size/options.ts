import type { AdapterPart, Catalog, RdmaProtocol, ServerPart } from '../catalog/types.ts';
import { isAtLeast } from '../model/index.ts';
import type { CableChooser } from '../plan/index.ts';
import type { Need } from './need.ts';
import { adaptersAt, orderAdapters, orderSwitches, protocolFor, switchesWithin, useSwitch } from './parts.ts';
import { busierHalf, survivedBound, type FailureKind } from './rates.ts';
import type { SizeRequest, Topology } from './request.ts';
import { serversFor, type House } from './servers.ts';
import {
  portsOf,
  needsPeerLinks,
  type DesignFacts,
  type NodeShape,
  type Side,
  type SwitchUse,
} from './spec.ts';

/** What a search works with. */
export interface Ground {
  readonly request: SizeRequest;
  readonly catalog: Catalog;
  readonly choose: CableChooser;
  readonly house: House;
  readonly need: Need;
  readonly kinds: readonly FailureKind[];
}

/** Adapters that could serve one way to build it, and the rate they cannot exceed. Its switch is still open. */
export interface Option {
  readonly topology: Topology;
  readonly speedGbps: number;
  readonly adapter: AdapterPart;
  readonly protocol: RdmaProtocol;
  readonly giving: Side;
  readonly taking: Side | null;
  readonly networks: number;
  readonly os: SizeRequest['os'];
  readonly mtu: number;
  readonly cables: SizeRequest['cables'];
  /** Gb/s of one giving node after the failures to survive. */
  readonly boundGbps: number;
}

/** Most ports of one adapter in the catalog's schema. */
const MOST_PORTS = 4;

/** Nodes that give and nodes that only take. */
export function nodeCounts({ nodes }: SizeRequest): { readonly giving: number; readonly taking: number } {
  return 'hyperConverged' in nodes
    ? { giving: nodes.hyperConverged, taking: 0 }
    : { giving: nodes.fileServers, taking: nodes.hyperV };
}

/** Storage Spaces Direct begins with 2016: the checks refuse whatever is drawn, and one drawing shows it. */
export function isHopeless({ nodes, os }: SizeRequest): boolean {
  return 'hyperConverged' in nodes && !isAtLeast(os, '2016');
}

/** Why no design of a topology can join these nodes; null when one can. */
export function whyNotTopology(topology: Topology, request: SizeRequest): string | null {
  const { giving, taking } = nodeCounts(request);
  if (giving + taking < 2) return 'One node alone has nobody to move storage to';
  if (topology === 'direct' && giving + taking !== 2) {
    return `Direct cables join two nodes, ${giving + taking} are asked for`;
  }
  if (topology === 'one-switch' && request.survive.switch) return 'All storage is lost with the switch';
  if (topology !== 'mesh') return null;
  if (taking > 0) return 'A mesh joins every two nodes of a hyper-converged cluster; here are two clusters';
  return giving < 3 ? 'A mesh begins with three nodes; two are joined by direct cables' : null;
}

/** Every way to use the ports of a node, fewest ports first, then fewest adapters. */
export function listShapes(topology: Topology, request: SizeRequest): readonly NodeShape[] {
  const { adaptersPerNode } = request.limits;
  const shapes: NodeShape[] = [];
  for (let adapters = 1; adapters <= adaptersPerNode; adapters++) {
    for (let ports = 1; ports <= MOST_PORTS; ports++) {
      const shape = { adapters, ports };
      if (suits(shape, topology, request)) shapes.push(shape);
    }
  }
  return shapes.sort((a, b) => portsOf(a) - portsOf(b) || a.adapters - b.adapters);
}

function suits(shape: NodeShape, topology: Topology, request: SizeRequest): boolean {
  const ports = portsOf(shape);
  const { giving, taking } = nodeCounts(request);
  switch (topology) {
    case 'direct':
      // Without a switch a hyper-converged pair needs two cables (rule CL-07).
      return taking > 0 || ports >= 2;
    case 'mesh':
      return ports % (giving - 1) === 0 && ports >= 2 * (giving - 1);
    case 'one-switch':
      return ports >= (request.storageNetworks ?? 1);
    case 'switch-pair':
      return ports >= Math.max(2, request.storageNetworks ?? 2) && ports % 2 === 0;
  }
}

/** Storage networks over switches: as asked, else one per port of a node up to two. */
function networksFor(shape: NodeShape, request: SizeRequest): number {
  return request.storageNetworks ?? Math.min(2, portsOf(shape));
}

/** The adapters of a speed within the limits, with a protocol the request takes and frames as long as it wants. */
export function usableAdapters(
  speedGbps: number,
  { request, catalog }: Ground,
): { readonly all: readonly AdapterPart[]; readonly usable: readonly AdapterPart[] } {
  const all = adaptersAt(speedGbps, request, catalog);
  return {
    all,
    usable: all.filter((part) => protocolFor(part, request) !== null && carries(part.maxFrameBytes, request)),
  };
}

/** Bytes of the Ethernet header, which frame sizes count and the IP MTU does not. */
export const ETHERNET_HEADER = 14;

/** True when a product carries the frames of the wanted MTU; standard ones are carried by all (rule DCB-24). */
export function carries(frameBytes: number | null, { mtu }: SizeRequest): boolean {
  return mtu <= 1500 || frameBytes === null || frameBytes >= mtu + ETHERNET_HEADER;
}

/** The options of one shape, best first; empty when no adapter has as many ports or no server as many slots. */
export function listOptions(
  shape: NodeShape,
  place: { readonly topology: Topology; readonly speedGbps: number },
  adapters: readonly AdapterPart[],
  ground: Ground,
): readonly Option[] {
  const { request, catalog } = ground;
  const { giving, taking } = nodeCounts(request);
  const givingServers = serversFor(request, taking > 0 ? 'fileServer' : 'hyperConverged', catalog);
  const takingServers = taking > 0 ? serversFor(request, 'hyperV', catalog) : [];
  const wanted = {
    ports: shape.ports,
    speedGbps: place.speedGbps,
    platformGen: givingServers[0]?.platformGen ?? null,
  };
  const fitting = adapters.filter(({ ports }) => ports >= shape.ports);
  return orderAdapters(fitting, wanted, request).flatMap((adapter): readonly Option[] => {
    const protocol = protocolFor(adapter, request);
    const housing = ground.house(givingServers, adapter, shape.adapters);
    if (!housing || !protocol) return [];
    const facts = {
      ...place,
      adapter,
      protocol,
      giving: { ...shape, ...housing, count: giving },
      networks: networksFor(shape, request),
      os: request.os,
      mtu: request.mtu,
      cables: request.cables,
    };
    if (taking === 0) return [withBound({ ...facts, taking: null }, ground)];
    return withTaking(facts, takingServers, taking, ground);
  });
}

/**
 * Hyper-V nodes get as few adapters as keep up with the file servers; two where the loss of one has to leave them
 * their storage. Where not even as many as in the file servers do, they get those.
 */
function withTaking(
  facts: Omit<Option, 'taking' | 'boundGbps'>,
  servers: readonly ServerPart[],
  count: number,
  ground: Ground,
): readonly Option[] {
  const { adapters, ports } = facts.giving;
  const build = (own: number): Option | null => {
    const housing = ground.house(servers, facts.adapter, own);
    const shape = { adapters: own, ports, count };
    return housing && withBound({ ...facts, taking: { ...shape, ...housing } }, ground);
  };
  const most = build(adapters);
  if (!most) return [];
  if (facts.topology === 'direct' || most.boundGbps < neededGbps(ground)) return [most];
  for (let own = leastTaking(facts, ground); own < adapters; own++) {
    const option = build(own);
    if (option && option.boundGbps >= neededGbps(ground)) return [option];
  }
  return [most];
}

function leastTaking(facts: Omit<Option, 'taking' | 'boundGbps'>, { request, kinds }: Ground): number {
  const { ports } = facts.giving;
  const forNetworks = Math.ceil(facts.networks / ports);
  const forSwitches = facts.topology === 'switch-pair' ? Math.ceil(2 / ports) : 1;
  const forLoss = kinds.includes('adapter') ? 2 : 1;
  const least = Math.max(forNetworks, forSwitches, forLoss);
  // Halves of a pair stay even.
  return facts.topology === 'switch-pair' && (least * ports) % 2 === 1 && request.storageNetworks === null
    ? least + 1
    : least;
}

/** What one giving node has to reach, Gb/s. */
export function neededGbps({ need }: Pick<Ground, 'need'>): number {
  return need.withGrowth * 8;
}

function withBound(facts: Omit<Option, 'boundGbps'>, { kinds }: Ground): Option {
  return { ...facts, boundGbps: survivedBound(facts, kinds) };
}

/** Ports an option takes of each switch, those between the switches not counted. */
export function hostPortsNeeded({ topology, giving, taking, networks }: Option): number {
  const sides = taking ? [giving, taking] : [giving];
  const each = (side: Side) => (topology === 'switch-pair' ? busierHalf(side, networks) : portsOf(side));
  return sides.reduce((sum, side) => sum + side.count * each(side), 0);
}

/** Switches that have ports of the speed, best first, whether they have enough or not. */
export function switchUses(option: Option, { request, catalog, choose }: Ground): readonly SwitchUse[] {
  const wish = {
    adapter: option.adapter,
    speedGbps: option.speedGbps,
    cables: request.cables,
    freePortsPercent: request.limits.freePortsPercent,
    paired: needsPeerLinks(option),
  };
  const uses = switchesWithin(request, catalog)
    .filter((part) => carries(part.maxMtu, request))
    .flatMap((part) => useSwitch(part, wish, choose) ?? []);
  return orderSwitches(uses, option, request);
}

/** An option with its switch; what a design is drawn from. */
export function factsOf(
  { boundGbps: _, ...option }: Option,
  use: SwitchUse | null,
  { request: { target, growthPercent } }: Ground,
): DesignFacts {
  const load = 'vms' in target ? { vms: target.vms, growthPercent } : null;
  return { ...option, switch: use, load };
}
