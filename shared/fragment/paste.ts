import type { Catalog } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import {
  id,
  type BreakoutId,
  type ClusterId,
  type LinkId,
  type NetworkId,
  type NodeId,
  type ProfileId,
  type RackId,
  type SwitchId,
} from '../lib/ids.ts';
import { nameRanges } from '../lib/name-ranges.ts';
import { sortNatural } from '../lib/natural-order.ts';
import { stableJson } from '../lib/stable-json.ts';
import type {
  Cluster,
  Design,
  Link,
  LinkEnd,
  Network,
  Node,
  Placement,
  Profile,
  Rack,
} from '../model/index.ts';
import type { Plan } from '../plan/types.ts';
import type { Fragment } from './fragment.ts';
import { LONGEST, TakenNames } from './names.ts';
import { emptyInsertion, type Insertion, type NewId, type Planned } from './types.ts';

export interface PasteOptions {
  readonly newId: NewId;
  /** Where the upper left corner of the fragment comes to stand. */
  readonly at: { readonly x: number; readonly y: number };
  /** Name of the step; without it what comes in is counted. */
  readonly label?: string;
}

/** What a fragment's ids become in the design: those of records there already, or fresh ones. */
export interface IdMap {
  readonly nodes: ReadonlyMap<NodeId, NodeId>;
  readonly switches: ReadonlyMap<SwitchId, SwitchId>;
}

/**
 * A fragment as records of a design. Names that are taken are counted up; networks (by purpose, VLAN and subnet),
 * profiles and racks that are there already are used again; pinned and hardware addresses in use are left out, which
 * makes the next free address of the network theirs.
 */
export function pasteFragment(
  design: Design,
  plan: Plan,
  catalog: Catalog,
  fragment: Fragment,
  options: PasteOptions,
): Planned & { readonly map: IdMap } {
  const { newId, at } = options;
  const into = emptyInsertion('');
  const told: string[] = [];
  const networks = pasteNetworks(design, fragment, newId, into);
  const profiles = pasteProfiles(design, fragment, networks, newId, into);
  const clusters = pasteClusters(design, fragment, newId, into);
  const racks = pasteRacks(design, fragment, newId, into);
  const names = new TakenNames(
    [...design.nodes.values(), ...design.switches.values()].map((item) => item.name),
  );
  const used = usedAddresses(design, plan);
  const renames: Renamed = { from: [], to: [] };
  const nodes = new Map<NodeId, NodeId>();
  for (const node of byName(fragment.nodes)) {
    const fresh = id<NodeId>(newId('node'));
    nodes.set(node.id, fresh);
    into.nodes.push({
      ...withoutClashes(node, used, told),
      id: fresh,
      name: renamed(names, node.name, renames),
      clusterId: known(clusters, node.clusterId),
      profileId: known(profiles, node.profileId),
      rackId: node.rackId && known(racks, node.rackId),
    });
  }
  const switches = new Map<SwitchId, SwitchId>();
  for (const item of byName(fragment.switches)) {
    const fresh = id<SwitchId>(newId('switch'));
    switches.set(item.id, fresh);
    into.switches.push({
      ...item,
      id: fresh,
      name: renamed(names, item.name, renames),
      rackId: item.rackId && known(racks, item.rackId),
    });
  }
  if (renames.from.length > 0)
    told.push(`${nameRanges(renames.from, 4)} became ${nameRanges(renames.to, 4)}: the names were in use.`);
  const map: IdMap = { nodes, switches };
  into.links.push(...pasteLinks(fragment.links, map, newId));
  into.placements.push(
    ...fragment.placements.map((place) => ({
      id: deviceId(map, place.id),
      x: place.x + at.x,
      y: place.y + at.y,
    })),
  );
  into.parts.push(...fragment.parts.filter((part) => !catalog.byId.has(part.id)));
  const items = [...into.nodes, ...into.switches].map((item) => item.id);
  const label = options.label ?? `Paste ${items.length === 1 ? 'an item' : `${items.length} items`}`;
  return { insertion: { ...into, label }, items, told, map };
}

function known<K extends string>(map: ReadonlyMap<K, K>, key: K): K {
  return must(map.get(key), 'a fragment holds every record it names');
}

function byName<T extends { readonly id: string; readonly name: string }>(items: readonly T[]): readonly T[] {
  return sortNatural(
    items,
    (item) => item.name,
    (item) => item.id,
  );
}

interface Renamed {
  readonly from: string[];
  readonly to: string[];
}

function renamed(names: TakenNames, wanted: string, { from, to }: Renamed): string {
  const name = names.take(wanted, LONGEST.node);
  if (name !== wanted) {
    from.push(wanted);
    to.push(name);
  }
  return name;
}

function pasteNetworks(
  design: Design,
  fragment: Fragment,
  newId: NewId,
  into: Insertion,
): ReadonlyMap<NetworkId, NetworkId> {
  const map = new Map<NetworkId, NetworkId>();
  const names = new TakenNames([...design.networks.values()].map((network) => network.name));
  const given = new Set<NetworkId>();
  for (const network of fragment.networks) {
    const same = [...design.networks.values()].filter(
      (other) => isSameNetwork(other, network) && !given.has(other.id),
    );
    const match =
      same.find((other) => other.id === network.id) ??
      same.find((other) => other.name === network.name) ??
      same[0];
    // Two networks of the fragment stay two: without a subnet they may look alike.
    if (match) given.add(match.id);
    const fresh = match?.id ?? id<NetworkId>(newId('net'));
    map.set(network.id, fresh);
    if (!match) into.networks.push({ ...network, id: fresh, name: names.take(network.name, LONGEST.other) });
  }
  return map;
}

function isSameNetwork(a: Network, b: Network): boolean {
  const alike = a.purpose === b.purpose && a.vlan === b.vlan && a.subnet === b.subnet;
  return alike && (a.subnet !== null || a.name === b.name);
}

function pasteProfiles(
  design: Design,
  fragment: Fragment,
  networks: ReadonlyMap<NetworkId, NetworkId>,
  newId: NewId,
  into: Insertion,
): ReadonlyMap<ProfileId, ProfileId> {
  const map = new Map<ProfileId, ProfileId>();
  const there = new Map([...design.profiles.values()].map((profile) => [contentOf(profile), profile.id]));
  const names = new TakenNames([...design.profiles.values()].map((profile) => profile.name));
  for (const profile of fragment.profiles) {
    const mapped = withNetworks(profile, networks);
    const content = contentOf(mapped);
    const same = there.get(content);
    const fresh = same ?? id<ProfileId>(newId('profile'));
    map.set(profile.id, fresh);
    if (same) continue;
    there.set(content, fresh);
    into.profiles.push({ ...mapped, id: fresh, name: names.take(profile.name, LONGEST.other) });
  }
  return map;
}

function contentOf({ id: _id, ...content }: Profile): string {
  return stableJson(content);
}

function withNetworks(profile: Profile, networks: ReadonlyMap<NetworkId, NetworkId>): Profile {
  return {
    ...profile,
    adapters: profile.adapters.map((adapter) => ({
      ...adapter,
      ports: adapter.ports.map((port) => ({
        ...port,
        networkId: port.networkId && known(networks, port.networkId),
      })),
    })),
    vnics: profile.vnics.map((vnic) => ({ ...vnic, networkId: known(networks, vnic.networkId) })),
  };
}

function pasteClusters(
  design: Design,
  fragment: Fragment,
  newId: NewId,
  into: Insertion,
): ReadonlyMap<ClusterId, ClusterId> {
  const map = new Map<ClusterId, ClusterId>();
  const names = new TakenNames([...design.clusters.values()].map((cluster) => cluster.name));
  for (const cluster of fragment.clusters) {
    const home = fragment.partial.includes(cluster.id) ? homeOf(design, cluster) : undefined;
    const fresh = home?.id ?? id<ClusterId>(newId('cluster'));
    map.set(cluster.id, fresh);
    if (!home) into.clusters.push({ ...cluster, id: fresh, name: names.take(cluster.name, LONGEST.other) });
  }
  return map;
}

/** The cluster of the design that single nodes came from. */
function homeOf(design: Design, { id: clusterId, kind, name }: Cluster): Cluster | undefined {
  const own = design.clusters.get(clusterId);
  if (own?.kind === kind) return own;
  return [...design.clusters.values()].find((cluster) => cluster.kind === kind && cluster.name === name);
}

function pasteRacks(
  design: Design,
  fragment: Fragment,
  newId: NewId,
  into: Insertion,
): ReadonlyMap<RackId, RackId> {
  const map = new Map<RackId, RackId>();
  const all = [...design.racks.values()];
  let position = Math.max(0, ...all.map((rack) => rack.position));
  for (const rack of [...fragment.racks].sort((a, b) => a.position - b.position)) {
    const same = all.find((other) => other.name === rack.name);
    map.set(rack.id, same?.id ?? id<RackId>(newId('rack')));
    if (same) continue;
    position = Math.min(1000, position + 1);
    into.racks.push({ id: known(map, rack.id), name: rack.name, position } satisfies Rack);
  }
  return map;
}

interface Used {
  readonly addresses: ReadonlySet<string>;
  readonly macs: ReadonlySet<string>;
}

function usedAddresses(design: Design, plan: Plan): Used {
  const nodes = [...design.nodes.values()];
  const handedOut = plan.nodes.flatMap((node) =>
    node.endpoints.flatMap((endpoint) => endpoint.address ?? []),
  );
  const pinned = nodes.flatMap((node) => node.pins.map((pin) => pin.address));
  return {
    addresses: new Set([...handedOut, ...pinned]),
    macs: new Set(nodes.flatMap((node) => node.macs.map((entry) => entry.mac))),
  };
}

function withoutClashes(node: Node, used: Used, told: string[]): Node {
  const pins = node.pins.filter((pin) => !used.addresses.has(pin.address));
  const macs = node.macs.filter((entry) => !used.macs.has(entry.mac));
  if (pins.length < node.pins.length)
    told.push(`Pinned addresses of ${node.name} are in use: the copy gets the next free ones.`);
  if (macs.length < node.macs.length) told.push(`Hardware addresses of ${node.name} stay with it.`);
  return { ...node, pins, macs };
}

function pasteLinks(links: readonly Link[], map: IdMap, newId: NewId): readonly Link[] {
  const breakouts = new Map<BreakoutId, BreakoutId>();
  const breakoutId = (old: BreakoutId) => {
    const fresh = breakouts.get(old) ?? id<BreakoutId>(newId('breakout'));
    breakouts.set(old, fresh);
    return fresh;
  };
  return links.map((link) => ({
    ...link,
    id: id<LinkId>(newId('link')),
    a: mappedEnd(link.a, map),
    b: mappedEnd(link.b, map),
    breakout: link.breakout && { ...link.breakout, id: breakoutId(link.breakout.id) },
  }));
}

/** The end on the copy of the device it was on; an end on a device without a copy stays where it is. */
export function mappedEnd(end: LinkEnd, { nodes, switches }: IdMap): LinkEnd {
  return end.kind === 'node'
    ? { ...end, nodeId: nodes.get(end.nodeId) ?? end.nodeId }
    : { ...end, switchId: switches.get(end.switchId) ?? end.switchId };
}

function deviceId(map: IdMap, old: Placement['id']): Placement['id'] {
  const found = map.nodes.get(old as NodeId) ?? map.switches.get(old as SwitchId);
  return must(found, 'a place belongs to a device of the fragment');
}
