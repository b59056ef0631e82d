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
import type { Plan, PlanEnd, PlanLink } from '../plan/types.ts';
import { bundleMarks } from './bundles.ts';
import { drawCable } from './cable.ts';
import { drawRegion, planRegion, type RegionPlan } from './cluster-region.ts';
import type { SceneInput } from './input.ts';
import { buildLegend } from './legend.ts';
import { memoOf, remember, type Memo } from './memo.ts';
import { drawCard, placeCardPorts } from './node-card.ts';
import { placeAll } from './place.ts';
import { type PlacedPort, type Side } from './ports.ts';
import { decideSides, type Sides } from './sides.ts';
import { drawPanel, panelSides, placePanelPorts } from './switch-panel.ts';
import type { Scene, SceneCable } from './types.ts';

const MARGIN = 24;
/** Above this number of nodes their names are not written on the blocks seen from far away. */
const MOST_NAMED = 200;
/** Free width beside a cable that does not begin at a port. */
const OPEN_TAG_ROOM = 64;
/** How far the tag of a card's last cable may reach beyond the card: into the padding of its region. */
const TAG_OUT = 14;

/**
 * Builds the drawing of a design: what stands where, how cables run and what is written on it, in canvas units.
 * Pure: the same design, plan and badges give the same scene on screen, on paper and on the command line.
 */
export function buildScene({ design, plan, badges }: SceneInput): Scene {
  const memo = memoOf(plan);
  const { networks, cards, panels } = memo;
  const places = placeAll(design, plan, cards, panels);
  const boxes = new Map<string, Box>();
  for (const plans of [cards, panels]) {
    for (const [id, { width, height }] of plans) {
      const { x, y } = must(places.get(id), 'everything has a place');
      boxes.set(id, { x, y, width, height });
    }
  }
  const sides = decideSides(plan, boxes);
  const context = {
    networks,
    badges,
    namedFromFar: plan.nodes.length <= MOST_NAMED,
    labelOf: (port: PortId) => plan.portById.get(port)?.label ?? null,
  };
  const placed = new Map<PortId, PlacedPort>();
  const nodes = plan.nodes.map((node) => {
    const card = must(cards.get(node.id), 'a card per node');
    const at = must(boxes.get(node.id), 'a place per node');
    const side = sides.ofNode(node.id);
    const key = `${at.x} ${at.y} ${side} ${badges.get(node.id) ?? ''}`;
    const { ports, item } = remember(memo, node.id, key, () => {
      const ports = placeCardPorts(card, at, side);
      return { ports, item: drawCard(card, at, side, ports, context) };
    });
    for (const port of ports) placed.set(port.port.id, port);
    return item;
  });
  const switches = plan.switches.map(({ id }) => {
    const panel = must(panels.get(id), 'a panel per switch');
    const at = must(boxes.get(id), 'a place per switch');
    const portSides = panelSides(panel, sides.ofSwitchPort);
    const key = `${at.x} ${at.y} ${portSides.join('')} ${badges.get(id) ?? ''}`;
    const { ports, item } = remember(memo, id, key, () => {
      const ports = placePanelPorts(panel, at, portSides);
      return { ports, item: drawPanel(panel, at, ports, context) };
    });
    for (const port of ports) placed.set(port.port.id, port);
    return item;
  });
  const regions = planRegions(plan, boxes, sides);
  const cables = drawCables(plan, memo, boxes, placed, regions);
  const regionBoxes = new Map(regions.map(({ cluster, box }) => [cluster.record.id, box]));
  const bundles = bundleMarks(plan, regionBoxes, boxes, networks);
  const inside = cablesInside(plan, boxes, cables);
  const clusters = regions.map((region) => {
    const { id } = region.cluster.record;
    return drawRegion(region, inside.get(id) ?? [], bundles.get(id) ?? []);
  });
  return {
    bounds: growBox(
      unionBoxes(boxesOf(clusters, cables, nodes, switches)) ?? { x: 0, y: 0, width: 0, height: 0 },
      MARGIN,
    ),
    clusters,
    cables,
    nodes,
    switches,
    legend: buildLegend(plan, networks),
  };
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
  memo: Memo,
  boxes: ReadonlyMap<string, Box>,
  placed: ReadonlyMap<PortId, PlacedPort>,
  regions: readonly RegionPlan[],
): readonly SceneCable[] {
  const obstacles = [...boxes.values(), ...regions.flatMap((region) => region.captions)];
  const requests = plan.links.map((link) => requestOf(link, boxes, placed));
  const routes = routeCables(requests, obstacles);
  const rooms = tagRooms(placed, boxes);
  return plan.links.map((link) => {
    const points = must(routes.get(link.id), 'every cable has a route');
    const room = (link.a.portId === null ? undefined : rooms.get(link.a.portId)) ?? OPEN_TAG_ROOM;
    const last = memo.cables.get(link.id);
    if (last && sameLine(last.points, points)) return last.item;
    const item = drawCable(link, points, memo.networks.of(link.networkIds), room);
    memo.cables.set(link.id, { points, item });
    return item;
  });
}

function sameLine(a: readonly Point[], b: readonly Point[]): boolean {
  if (a.length !== b.length) return false;
  return a.every(({ x, y }, i) => {
    const other = b[i];
    return other?.x === x && other.y === y;
  });
}

function requestOf(
  link: PlanLink,
  boxes: ReadonlyMap<string, Box>,
  placed: ReadonlyMap<PortId, PlacedPort>,
): RouteRequest {
  return { id: link.id, a: endOf(link.a, link.b, boxes, placed), b: endOf(link.b, link.a, boxes, placed) };
}

/** A port that does not exist is drawn at the middle of its owner's edge, towards the other end. */
function endOf(
  end: PlanEnd,
  other: PlanEnd,
  boxes: ReadonlyMap<string, Box>,
  placed: ReadonlyMap<PortId, PlacedPort>,
): RouteEnd {
  const port = end.portId === null ? undefined : placed.get(end.portId);
  if (port) return { lead: port.lead, side: port.side };
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
