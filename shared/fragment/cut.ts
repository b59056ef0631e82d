import type { Catalog, Part } from '../catalog/types.ts';
import type { NetworkId, PartId } from '../lib/ids.ts';
import {
  cablingOf,
  type Design,
  type Link,
  type LinkEnd,
  type Placement,
  type Profile,
} from '../model/index.ts';
import { emptyFragment, type Fragment } from './fragment.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The nodes and switches of these ids, or of the clusters among them, with all that they name and the cables between
 * them. `places` is where everything stands on the canvas. Null when no node or switch is among the ids.
 */
export function cutFragment(
  design: Design,
  catalog: Catalog,
  ids: Iterable<string>,
  places: ReadonlyMap<string, Point>,
): Fragment | null {
  const wanted = new Set(ids);
  const nodes = [...design.nodes.values()].filter(
    (node) => wanted.has(node.id) || wanted.has(node.clusterId),
  );
  const switches = [...design.switches.values()].filter((item) => wanted.has(item.id));
  if (nodes.length + switches.length === 0) return null;
  const devices: ReadonlySet<string> = new Set([...nodes, ...switches].map((item) => item.id));
  const links = [...design.links.values()]
    .filter((link) => devices.has(ownerOf(link.a)) && devices.has(ownerOf(link.b)))
    .map((link) => withPairLength(design, link));
  const clusters = pick(
    design.clusters,
    nodes.map((node) => node.clusterId),
  );
  const profiles = pick(
    design.profiles,
    nodes.map((node) => node.profileId),
  );
  const rackIds = [...nodes, ...switches].flatMap(({ rackId }) => rackId ?? []);
  const partIds = [
    ...profiles.flatMap((profile) => [profile.serverId, ...profile.adapters.map((slot) => slot.partId)]),
    ...switches.map((item) => item.partId),
    ...links.flatMap((link) => link.cableId ?? []),
  ];
  return {
    ...emptyFragment(),
    partial: clusters.flatMap(({ id }) => (wanted.has(id) ? [] : [id])),
    racks: pick(design.racks, rackIds),
    networks: pick(design.networks, profiles.flatMap(networksOf)),
    clusters,
    profiles,
    nodes,
    switches,
    links,
    placements: relative(devices, places),
    parts: partsOf(catalog, partIds),
  };
}

function pick<K, V>(table: ReadonlyMap<K, V>, ids: readonly K[]): V[] {
  return [...new Set(ids)].flatMap((id) => table.get(id) ?? []);
}

/** The networks a profile names. */
export function networksOf(profile: Profile): NetworkId[] {
  const ports = profile.adapters.flatMap((adapter) => adapter.ports).flatMap((port) => port.networkId ?? []);
  return [...ports, ...profile.vnics.map((vnic) => vnic.networkId)];
}

function partsOf(catalog: Catalog, ids: readonly PartId[]): Part[] {
  return [...new Set(ids)].flatMap((id) => catalog.byId.get(id) ?? []);
}

/** Lengths by pair stay behind with the pair: a cable that follows one takes it along as its own. */
function withPairLength(design: Design, link: Link): Link {
  if (link.lengthM !== null) return link;
  const [a, b] = [ownerOf(link.a), ownerOf(link.b)];
  const pair = cablingOf(design).pairs.find(
    (entry) => (entry.a === a && entry.b === b) || (entry.a === b && entry.b === a),
  );
  return pair ? { ...link, lengthM: pair.lengthM } : link;
}

/** Places seen from the upper left corner of all of them; what stands nowhere has none. */
function relative(devices: ReadonlySet<string>, places: ReadonlyMap<string, Point>): Placement[] {
  const found = [...devices].flatMap((id) => {
    const at = places.get(id);
    return at ? [{ id: id as Placement['id'], x: at.x, y: at.y }] : [];
  });
  const left = Math.min(...found.map(({ x }) => x));
  const top = Math.min(...found.map(({ y }) => y));
  return found.map(({ id, x, y }) => ({ id, x: x - left, y: y - top }));
}

/** The node or switch a cable ends at. */
export function ownerOf(end: LinkEnd): string {
  return end.kind === 'node' ? end.nodeId : end.switchId;
}
