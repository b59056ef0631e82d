import { routeCables, type Box, type Point, type RouteEnd, type RouteRequest } from '../geometry/index.ts';
import { must } from '../lib/assert.ts';
import type { PortId } from '../lib/ids.ts';
import { inStep } from '../lib/in-step.ts';
import { sameData } from '../lib/same-data.ts';
import { tagOf } from '../plan/index.ts';
import type { Plan, PlanEnd, PlanLink } from '../plan/types.ts';
import { laneEnd, stemOf } from './breakout.ts';
import { drawCable } from './cable.ts';
import type { DrawnCable, Memo } from './memo.ts';
import { middleOf, type PlacedPort, type Side } from './ports.ts';
import type { SceneCable } from './types.ts';

/** Free width beside a cable that does not begin at a port. */
const OPEN_TAG_ROOM = 64;
/** How far the tag of a card's last cable may reach beyond the card: into the padding of its region. */
const TAG_OUT = 14;

/** Where the ports of a node or switch are, and how much room is right of the cable of each. */
export interface DevicePorts {
  readonly byId: ReadonlyMap<PortId, PlacedPort>;
  readonly tagRooms: ReadonlyMap<PortId, number>;
}

/** The ports of a card in their order: beside each is room up to the next cable, or to the edge of the card. */
export function portsOfCard(ports: readonly PlacedPort[], card: Box): DevicePorts {
  const tagRooms = new Map<PortId, number>();
  ports.forEach(({ port, box }, i) => {
    const next = ports[i + 1];
    const end = next ? middleOf(next.box) - 4 : card.x + card.width + TAG_OUT;
    tagRooms.set(port.id, end - middleOf(box));
  });
  return { byId: byId(ports), tagRooms };
}

/** The ports of a panel; numbers of cables stand beside their other ends. */
export function portsOfPanel(ports: readonly PlacedPort[]): DevicePorts {
  return { byId: byId(ports), tagRooms: NO_ROOMS };
}

const NO_ROOMS: DevicePorts['tagRooms'] = new Map();

function byId(ports: readonly PlacedPort[]): DevicePorts['byId'] {
  return new Map(ports.map((placed) => [placed.port.id, placed]));
}

type Devices = ReadonlyMap<string, DevicePorts>;

/** Draws all cables in the order of the plan. Those that look as before are the same items. */
export function drawCables(
  plan: Plan,
  { memo, last }: { readonly memo: Memo; readonly last: Memo | null },
  devices: Devices,
  captions: readonly Box[],
): readonly SceneCable[] {
  const { boxes } = memo;
  const obstacles = [...boxes.values(), ...captions];
  const known = last?.routed;
  const asked = inStep(known?.requests ?? [], ({ id }) => id);
  const requests = plan.links.map((link) => requestOf(link, boxes, devices, asked(link.id)));
  const same = known && sameRequests(known.requests, requests) && sameData(known.obstacles, obstacles);
  const routes = same ? known.routes : routeCables(requests, obstacles);
  memo.routed = { requests, obstacles, routes };
  const drawnBefore = inStep(last?.cables ?? [], ({ link }) => link.id);
  memo.cables = plan.links.map((link, i): DrawnCable => {
    const drawn = drawnBefore(link.id);
    const points = same && drawn ? drawn.item.points : must(routes.get(link.id), 'every cable has a route');
    const room = tagRoomOf(link, devices);
    const tag = tagOf(link.id, plan);
    const kept =
      drawn?.room === room &&
      drawn.tag === tag &&
      sameData(drawn.item.points, points) &&
      sameData(drawn.link, link);
    if (kept) return drawn;
    const item = drawCable(
      link,
      tag,
      points,
      memo.networks.of(link.networkIds),
      room,
      stemOf(requests[i]?.b),
    );
    return { link, tag, room, item };
  });
  return memo.cables.map(({ item }) => item);
}

function tagRoomOf({ a }: PlanLink, devices: Devices): number {
  const room = a.portId === null ? undefined : devices.get(a.ownerId)?.tagRooms.get(a.portId);
  return room ?? OPEN_TAG_ROOM;
}

/** True when all cables begin and end where they did. Ends that stayed are the same objects, the others are compared. */
function sameRequests(a: readonly RouteRequest[], b: readonly RouteRequest[]): boolean {
  const sameEnd = (p: RouteEnd, q: RouteEnd) =>
    p === q || (p.side === q.side && (p.lead === q.lead || sameData(p.lead, q.lead)));
  return (
    a.length === b.length &&
    a.every((one, i) => {
      const other = b[i];
      return one === other || (other?.id === one.id && sameEnd(one.a, other.a) && sameEnd(one.b, other.b));
    })
  );
}

/** What a route is to join; the request of before where both ends are the very same. */
function requestOf(
  link: PlanLink,
  boxes: ReadonlyMap<string, Box>,
  devices: Devices,
  before: RouteRequest | undefined,
): RouteRequest {
  const a = endOf(link.a, link.b, boxes, devices);
  const whole = endOf(link.b, link.a, boxes, devices);
  const b = link.breakout ? laneEnd(whole, link.breakout) : whole;
  return before?.a === a && before.b === b ? before : { id: link.id, a, b };
}

/** A port that does not exist is drawn at the middle of its owner's edge, towards the other end. */
function endOf(end: PlanEnd, other: PlanEnd, boxes: ReadonlyMap<string, Box>, devices: Devices): RouteEnd {
  const port = end.portId === null ? undefined : devices.get(end.ownerId)?.byId.get(end.portId);
  if (port) return port;
  const own = must(boxes.get(end.ownerId), 'a cable belongs to something drawn');
  const far = boxes.get(other.ownerId) ?? own;
  const side: Side = far.y < own.y ? 'top' : 'bottom';
  const point: Point = { x: own.x + own.width / 2, y: side === 'top' ? own.y - 4 : own.y + own.height + 4 };
  return { lead: [point], side };
}
