import {
  growBox,
  routeCables,
  unionBoxes,
  type Box,
  type Point,
  type RouteEnd,
  type RouteRequest,
} from '../geometry/index.ts';
import { must } from '../lib/assert.ts';
import type { ClusterId, NodeId, PortId } from '../lib/ids.ts';
import { sameData } from '../lib/same-data.ts';
import { tagOf } from '../plan/index.ts';
import type { Plan, PlanEnd, PlanLink, PlanNode, PlanPort } from '../plan/types.ts';
import { laneEnd, stemOf } from './breakout.ts';
import { bundleMarks } from './bundles.ts';
import { drawCable } from './cable.ts';
import { drawRegion, planRegion, type RegionPlan } from './cluster-region.ts';
import type { SceneInput } from './input.ts';
import { buildLegend } from './legend.ts';
import { beginMemo, keepMemo, memoOf, remember, standsAsBefore, type Memo } from './memo.ts';
import { drawCard, placeCardPorts } from './node-card.ts';
import { placeAll } from './place.ts';
import { type PlacedPort, type Side } from './ports.ts';
import { decideSides, type Sides } from './sides.ts';
import { drawPanel, panelSides, placePanelPorts } from './switch-panel.ts';
import type { LegendEntry, Scene, SceneCable } from './types.ts';

const MARGIN = 24;
/** Above this number of nodes their names are not written on the blocks seen from far away. */
const MOST_NAMED = 200;
/** Free width beside a cable that does not begin at a port. */
const OPEN_TAG_ROOM = 64;
/** How far the tag of a card's last cable may reach beyond the card: into the padding of its region. */
const TAG_OUT = 14;

/**
 * Builds the drawing of a design: what stands where, how cables run and what is written on it, in canvas units.
 * Pure: the same design, plan and badges give the same scene on screen, on paper and on the command line. What looks
 * as in the scene `before` is taken from there, with its identity.
 */
export function buildScene({ design, plan, badges, before = null }: SceneInput): Scene {
  const last = memoOf(before, plan);
  const memo = beginMemo(design, plan, last);
  const { networks, cards, panels } = memo;
  const places = last && standsAsBefore(memo, last) ? last.places : placeAll(design, plan, cards, panels);
  memo.places = places;
  const boxes = memo.boxes;
  for (const plans of [cards, panels]) {
    for (const [id, { width, height }] of plans) {
      const { x, y } = must(places.get(id), 'everything has a place');
      const known = last?.boxes.get(id);
      const stays =
        known && known.x === x && known.y === y && known.width === width && known.height === height;
      boxes.set(id, stays ? known : { x, y, width, height });
    }
  }
  const sides = decideSides(plan, boxes);
  const named = design.nodes.size <= MOST_NAMED;
  const labelOf = (port: PortId) => plan.portById.get(port)?.label ?? '';
  const renamed = last ? facingNewNames(plan, last.plan) : new Set<string>();
  const placed = new Map<PortId, PlacedPort>();
  const nodes = plan.nodes.map((node) => {
    const card = must(cards.get(node.id), 'a card per node');
    const at = must(boxes.get(node.id), 'a place per node');
    const side = sides.ofNode(node.id);
    const severity = badges.get(node.id);
    const key = `${at.x} ${at.y} ${side} ${severity} ${named}`;
    const known = renamed.has(node.id) ? null : last;
    const { ports, item } = remember(memo, known, node.id, card, key, () => {
      const ports = placeCardPorts(card, at, side);
      const ends = farEnds(portsOf(node), labelOf);
      return { ports, item: drawCard(card, at, side, ports, { networks, severity, ends, named }) };
    });
    for (const port of ports) placed.set(port.port.id, port);
    return item;
  });
  const switches = plan.switches.map(({ id, ports: cages }) => {
    const panel = must(panels.get(id), 'a panel per switch');
    const at = must(boxes.get(id), 'a place per switch');
    const portSides = panelSides(panel, sides.ofSwitchPort);
    const severity = badges.get(id);
    const key = `${at.x} ${at.y} ${severity} ${portSides.join(' ')}`;
    const known = renamed.has(id) ? null : last;
    const { ports, item } = remember(memo, known, id, panel, key, () => {
      const ports = placePanelPorts(panel, at, portSides);
      const ends = farEnds(cages, labelOf);
      return { ports, item: drawPanel(panel, at, ports, { networks, severity, ends }) };
    });
    for (const port of ports) placed.set(port.port.id, port);
    return item;
  });
  const regions = planRegions(plan, boxes, sides);
  const cables = drawCables(plan, { memo, last }, boxes, placed, regions);
  const regionBoxes = new Map(regions.map(({ cluster, box }) => [cluster.record.id, box]));
  const bundles = bundleMarks(plan, regionBoxes, boxes, networks);
  const inside = cablesInside(plan, boxes, cables);
  const clusters = regions.map((region) => {
    const { id } = region.cluster.record;
    const drawn = drawRegion(region, inside.get(id) ?? [], bundles.get(id) ?? []);
    const known = last?.clusters.get(id);
    const kept = known && sameData(known, drawn) ? known : drawn;
    memo.clusters.set(id, kept);
    return kept;
  });
  const scene = {
    bounds: growBox(
      unionBoxes(boxesOf(clusters, cables, nodes, switches)) ?? { x: 0, y: 0, width: 0, height: 0 },
      MARGIN,
    ),
    clusters,
    cables,
    nodes,
    switches,
    legend: legendOf(plan, memo, last),
  };
  keepMemo(scene, memo);
  return scene;
}

/** The names at the far ends of cables, by the port there. Items keep them, hence not the whole plan. */
function farEnds(ports: Iterable<PlanPort>, labelOf: (port: PortId) => string): ReadonlyMap<PortId, string> {
  const ends = new Map<PortId, string>();
  for (const { peerId } of ports) if (peerId !== null) ends.set(peerId, labelOf(peerId));
  return ends;
}

/** Cards and panels with a cable to a port that is called otherwise than before. */
function facingNewNames({ portById }: Plan, before: Plan): ReadonlySet<string> {
  const facing = new Set<string>();
  if (portById === before.portById) return facing;
  const renamed = new Set<PortId>();
  for (const [id, port] of portById) {
    const last = before.portById.get(id);
    if (port !== last && port.label !== last?.label) renamed.add(id);
  }
  if (renamed.size === 0) return facing;
  for (const { owner, peerId } of portById.values()) {
    if (peerId !== null && renamed.has(peerId))
      facing.add(owner.kind === 'switch' ? owner.switchId : owner.nodeId);
  }
  return facing;
}

/** The legend tells of cables and networks alone. */
function legendOf(plan: Plan, memo: Memo, last: Memo | null): readonly LegendEntry[] {
  const same = last?.cables.size === memo.cables.size;
  const kept = same && plan.links.every(({ id }) => memo.cables.get(id) === last.cables.get(id));
  return (memo.legend = (kept ? last.legend : null) ?? buildLegend(plan, memo.networks));
}

function* portsOf(node: PlanNode): Iterable<PlanPort> {
  for (const adapter of node.adapters) yield* adapter.ports;
}

function planRegions(plan: Plan, boxes: ReadonlyMap<string, Box>, sides: Sides): readonly RegionPlan[] {
  const rates = new Map(plan.flow.clusters.map((cluster) => [cluster.id, cluster]));
  return plan.clusters.flatMap((cluster) => {
    const { send = 0, receive = 0 } = ratesOf(rates.get(cluster.record.id));
    const up = cluster.nodes.filter((node) => sides.ofNode(node.id) === 'top').length;
    const side: Side = up * 2 > cluster.nodes.length ? 'top' : 'bottom';
    const cards = cluster.nodes.flatMap((node) => boxes.get(node.id) ?? []);
    // File servers give, Hyper-V nodes take: the direction the storage traffic has there. Converged nodes do both.
    const rate = { 'file-server': send, 'hyper-v': receive, 'hyper-converged': Math.min(send, receive) }[
      cluster.record.kind
    ];
    return planRegion(cluster, cards, side, rate) ?? [];
  });
}

function ratesOf(flow: Plan['flow']['clusters'][number] | undefined): { send?: number; receive?: number } {
  return flow ? { send: flow.sendGbps, receive: flow.receiveGbps } : {};
}

function drawCables(
  plan: Plan,
  { memo, last }: { readonly memo: Memo; readonly last: Memo | null },
  boxes: ReadonlyMap<string, Box>,
  placed: ReadonlyMap<PortId, PlacedPort>,
  regions: readonly RegionPlan[],
): readonly SceneCable[] {
  const obstacles = [...boxes.values(), ...regions.flatMap((region) => region.captions)];
  const requests = plan.links.map((link) => requestOf(link, boxes, placed));
  const known = last?.routed;
  const same = known && sameRequests(known.requests, requests) && sameData(known.obstacles, obstacles);
  const routes = same ? known.routes : routeCables(requests, obstacles);
  memo.routed = { requests, obstacles, routes };
  const rooms = tagRooms(placed, boxes);
  return plan.links.map((link, i) => {
    const points = must(routes.get(link.id), 'every cable has a route');
    const room = (link.a.portId === null ? undefined : rooms.get(link.a.portId)) ?? OPEN_TAG_ROOM;
    const tag = tagOf(link.id, plan);
    const drawn = last?.cables.get(link.id);
    const kept =
      drawn?.room === room &&
      drawn.tag === tag &&
      sameData(drawn.item.points, points) &&
      sameData(drawn.link, link)
        ? drawn
        : null;
    const entry = kept ?? {
      link,
      tag,
      room,
      item: drawCable(link, tag, points, memo.networks.of(link.networkIds), room, stemOf(requests[i]?.b)),
    };
    memo.cables.set(link.id, entry);
    return entry.item;
  });
}

/** True when all cables begin and end where they did. Ends that stayed are the same objects, the others are compared. */
function sameRequests(a: readonly RouteRequest[], b: readonly RouteRequest[]): boolean {
  const sameEnd = (p: RouteEnd, q: RouteEnd) =>
    p === q || (p.side === q.side && (p.lead === q.lead || sameData(p.lead, q.lead)));
  return (
    a.length === b.length &&
    a.every((one, i) => {
      const other = b[i];
      return other?.id === one.id && sameEnd(one.a, other.a) && sameEnd(one.b, other.b);
    })
  );
}

function requestOf(
  link: PlanLink,
  boxes: ReadonlyMap<string, Box>,
  placed: ReadonlyMap<PortId, PlacedPort>,
): RouteRequest {
  const b = endOf(link.b, link.a, boxes, placed);
  return {
    id: link.id,
    a: endOf(link.a, link.b, boxes, placed),
    b: link.breakout ? laneEnd(b, link.breakout) : b,
  };
}

/** A port that does not exist is drawn at the middle of its owner's edge, towards the other end. */
function endOf(
  end: PlanEnd,
  other: PlanEnd,
  boxes: ReadonlyMap<string, Box>,
  placed: ReadonlyMap<PortId, PlacedPort>,
): RouteEnd {
  const port = end.portId === null ? undefined : placed.get(end.portId);
  if (port) return port;
  const own = must(boxes.get(end.ownerId), 'a cable belongs to something drawn');
  const far = boxes.get(other.ownerId) ?? own;
  const side: Side = far.y < own.y ? 'top' : 'bottom';
  const point: Point = { x: own.x + own.width / 2, y: side === 'top' ? own.y - 4 : own.y + own.height + 4 };
  return { lead: [point], side };
}

/** Free width right of each node port's cable: up to the next cable of the node, or to the edge of its card. */
function tagRooms(
  placed: ReadonlyMap<PortId, PlacedPort>,
  boxes: ReadonlyMap<string, Box>,
): ReadonlyMap<PortId, number> {
  const rooms = new Map<PortId, number>();
  let last: PlacedPort | undefined;
  for (const item of placed.values()) {
    if (item.port.owner.kind !== 'adapter') continue;
    const card = must(boxes.get(item.port.owner.nodeId), 'a port belongs to a card');
    rooms.set(item.port.id, card.x + card.width + TAG_OUT - middle(item.box));
    if (last && sameNode(last, item)) rooms.set(last.port.id, middle(item.box) - middle(last.box) - 4);
    last = item;
  }
  return rooms;
}

function sameNode({ port: a }: PlacedPort, { port: b }: PlacedPort): boolean {
  return a.owner.kind === 'adapter' && b.owner.kind === 'adapter' && a.owner.nodeId === b.owner.nodeId;
}

function middle(box: Box): number {
  return box.x + box.width / 2;
}

/** Cables that join two nodes of one cluster along their own row, by cluster: its region reaches around them. */
function cablesInside(
  plan: Plan,
  boxes: ReadonlyMap<string, Box>,
  cables: readonly SceneCable[],
): ReadonlyMap<ClusterId, readonly Box[]> {
  const inside = new Map<ClusterId, Box[]>();
  plan.links.forEach(({ kind, a, b }, i) => {
    const cable = cables[i];
    if (kind !== 'node-node' || !cable) return;
    const cluster = plan.nodeById.get(a.ownerId as NodeId)?.cluster.id;
    const [from, to] = [boxes.get(a.ownerId), boxes.get(b.ownerId)];
    if (cluster === undefined || cluster !== plan.nodeById.get(b.ownerId as NodeId)?.cluster.id) return;
    if (!from || !to || Math.abs(from.y - to.y) > from.height / 2) return;
    inside.set(cluster, [...(inside.get(cluster) ?? []), cable.box]);
  });
  return inside;
}

function* boxesOf(...lists: readonly (readonly { readonly box: Box }[])[]): Iterable<Box> {
  for (const list of lists) for (const { box } of list) yield box;
}
