import type { AdapterPart, Catalog, RdmaProtocol, SwitchPart } from '../catalog/types.ts';
import type { PartId } from '../lib/ids.ts';
import { compareText } from '../lib/stable-json.ts';
import { isAtLeast, type OsVersion } from '../model/index.ts';
import type { CableChooser } from '../plan/index.ts';
import type { SizeRequest } from './request.ts';
import type { SwitchUse } from './spec.ts';
import { listed } from './words.ts';

/** Cables between two switches of a pair, as many as the templates have. */
const PEER_CABLES = 2;

/** The protocols a request may run, the preferred first: RoCE v2 is today's; the page for 2012 R2 has v1. */
function protocolOrder({ os, protocol }: Pick<SizeRequest, 'os' | 'protocol'>): readonly RdmaProtocol[] {
  if (protocol !== null) return [protocol];
  return isAtLeast(os, '2016') ? ['RoCEv2', 'iWARP', 'RoCEv1'] : ['RoCEv1', 'RoCEv2', 'iWARP'];
}

/** The protocol an adapter would run; null when it speaks none that the request takes. */
export function protocolFor(
  adapter: AdapterPart,
  request: Pick<SizeRequest, 'os' | 'protocol'>,
): RdmaProtocol | null {
  return protocolOrder(request).find((protocol) => adapter.rdma.includes(protocol)) ?? null;
}

/** RDMA adapters of that line speed that the user's limits leave, whatever protocol they speak. */
export function adaptersAt(
  speedGbps: number,
  { limits }: SizeRequest,
  catalog: Catalog,
): readonly AdapterPart[] {
  return catalog.adapters.filter(
    (part) =>
      part.rdma.length > 0 &&
      part.speedsGbps.includes(speedGbps) &&
      allows(limits.adapterMakers, part.manufacturer) &&
      allows(limits.adapterIds, part.id),
  );
}

/** The switches that the user's limits leave. */
export function switchesWithin({ limits }: SizeRequest, catalog: Catalog): readonly SwitchPart[] {
  return catalog.switches.filter(
    (part) => allows(limits.switchMakers, part.manufacturer) && allows(limits.switchIds, part.id),
  );
}

/** Makers and models that a request is limited to, for a sentence: ` (Chelsio; MCX512A)`; empty without a limit. */
export function limitWords(makers: readonly string[], ids: readonly PartId[], catalog: Catalog): string {
  const models = ids.map((id) => catalog.byId.get(id)?.model ?? id);
  const named = [listed(makers), listed(models)].filter((text) => text !== '');
  return named.length === 0 ? '' : ` (${named.join('; ')})`;
}

function allows(list: readonly string[], value: string): boolean {
  return list.length === 0 || list.includes(value);
}

/** How much a part costs in what the user ranks by; parts of which nobody knows come after those known. */
type Cost = (part: AdapterPart | SwitchPart) => number;

/** The cost of a part by the request's ranking. */
function costOf({ rankBy, prices }: SizeRequest): Cost {
  const priceById = new Map<PartId, number>(prices.map(({ partId, price }) => [partId, price]));
  if (rankBy === 'price') return ({ id }) => priceById.get(id) ?? Infinity;
  if (rankBy === 'watts') return ({ maxWatts }) => maxWatts ?? Infinity;
  return () => 0;
}

/**
 * Adapters in the order an architect would try them for `ports` ports of a speed: cheapest by the ranking, the
 * preferred protocol, no idle ports, the PCIe generation of the server, no faster than asked, few open questions.
 */
export function orderAdapters(
  parts: readonly AdapterPart[],
  wanted: { readonly ports: number; readonly speedGbps: number; readonly platformGen: number | null },
  request: SizeRequest,
): readonly AdapterPart[] {
  const cost = costOf(request);
  const protocols = protocolOrder(request);
  const gen = wanted.platformGen ?? currentGen(request.os);
  const keys = (part: AdapterPart) => [
    cost(part),
    protocols.findIndex((protocol) => part.rdma.includes(protocol)),
    part.ports - wanted.ports,
    // A generation 5 server has no adapters of its own in this market yet: generation 4 is as good.
    Math.abs(Math.min(gen, 4) - part.pcie.gen),
    (part.speedsGbps.at(-1) ?? 0) - wanted.speedGbps,
    part.unverified.length,
  ];
  return sortByKeys(parts, keys);
}

function currentGen(os: OsVersion): number {
  return isAtLeast(os, '2022') ? 4 : 3;
}

/** Sorted by the first key that differs, then by id. */
function sortByKeys<P extends { readonly id: string }>(
  parts: readonly P[],
  keysOf: (part: P) => readonly number[],
): readonly P[] {
  return parts
    .map((part) => ({ part, keys: keysOf(part) }))
    .sort((a, b) => {
      const at = a.keys.findIndex((key, i) => key !== b.keys[i]);
      if (at === -1) return compareText(a.part.id, b.part.id);
      return (a.keys[at] ?? 0) < (b.keys[at] ?? 0) ? -1 : 1;
    })
    .map(({ part }) => part);
}

/** What a switch is asked for. */
interface SwitchWish {
  readonly adapter: AdapterPart;
  readonly speedGbps: number;
  readonly cables: SizeRequest['cables'];
  readonly freePortsPercent: number;
  /** Joined to a second switch. */
  readonly paired: boolean;
}

/** The ports of a switch for hosts and for its twin; null where it has none of that speed a cable reaches. */
export function useSwitch(part: SwitchPart, wish: SwitchWish, choose: CableChooser): SwitchUse | null {
  const { adapter, speedGbps, cables, freePortsPercent, paired } = wish;
  const joins = (cageA: AdapterPart['cage'], cageB: AdapterPart['cage'], speed: number, lengthM: number) =>
    choose({
      cageA,
      cageB,
      otherCagesB: [],
      ways: 1,
      speedGbps: speed,
      lengthM,
      medium: cables.medium,
      cableId: null,
    }).cable !== null;
  const peerPorts = paired ? findPeerPorts(part, cables.interSwitchM, joins) : [];
  if (peerPorts === null) return null;
  const taken = new Set(peerPorts);
  const hosts = part.portGroups
    .filter(
      (group) =>
        group.speedsGbps.includes(speedGbps) && joins(adapter.cage, group.cage, speedGbps, cables.lengthM),
    )
    .flatMap((group) => group.names)
    .filter((name) => !taken.has(name));
  if (hosts.length === 0) return null;
  const free = Math.ceil((hosts.length * freePortsPercent) / 100);
  return { part, hostPorts: hosts.slice(0, hosts.length - free), hostTotal: hosts.length, peerPorts };
}

/** The last ports of the fastest group that a cable joins to the same group of another such switch. */
function findPeerPorts(
  part: SwitchPart,
  lengthM: number,
  joins: (a: AdapterPart['cage'], b: AdapterPart['cage'], speed: number, lengthM: number) => boolean,
): readonly string[] | null {
  const top = (speeds: readonly number[]) => speeds.at(-1) ?? 0;
  const [best] = part.portGroups
    .filter(
      ({ names, cage, speedsGbps }) =>
        names.length >= PEER_CABLES && joins(cage, cage, top(speedsGbps), lengthM),
    )
    .map((group, i) => ({ group, i }))
    .sort((a, b) => top(b.group.speedsGbps) - top(a.group.speedsGbps) || b.i - a.i);
  return best ? best.group.names.slice(-PEER_CABLES) : null;
}

/**
 * Switches in the order an architect would try them: cheapest by the ranking, lossless behaviour documented where
 * RoCE needs it, ports of just that speed, the smallest, the maker of the adapter, few open questions.
 */
export function orderSwitches(
  uses: readonly SwitchUse[],
  {
    adapter,
    speedGbps,
    protocol,
  }: { readonly adapter: AdapterPart; readonly speedGbps: number; readonly protocol: RdmaProtocol },
  request: SizeRequest,
): readonly SwitchUse[] {
  const cost = costOf(request);
  const byId = new Map(uses.map((use) => [use.part.id, use]));
  const sorted = sortByKeys(
    uses.map(({ part }) => part),
    (part) => [
      cost(part),
      protocol === 'iWARP' || part.pfc === 'documented' ? 0 : 1,
      topOfHostPorts(byId.get(part.id)) - speedGbps,
      capacity(part),
      part.manufacturer === adapter.manufacturer ? 0 : 1,
      part.unverified.length,
    ],
  );
  return sorted.flatMap(({ id }) => byId.get(id) ?? []);
}

/** All ports at their fastest, Gb/s: how large a switch is. */
function capacity({ portGroups }: SwitchPart): number {
  return portGroups.reduce((sum, { names, speedsGbps }) => sum + names.length * (speedsGbps.at(-1) ?? 0), 0);
}

function topOfHostPorts(use: SwitchUse | undefined): number {
  const first = use?.hostPorts[0];
  const group = use?.part.portGroups.find(({ names }) => names.some((name) => name === first));
  return group?.speedsGbps.at(-1) ?? 0;
}
