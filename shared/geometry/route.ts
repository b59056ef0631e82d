import { must } from '../lib/assert.ts';
import type { Box, Point } from './box.ts';
import {
  isFree,
  nearestGap,
  rowsOf,
  stripAbove,
  stripBelow,
  TRACK_PITCH,
  type Gap,
  type Rows,
} from './bands.ts';
import { assignLanes, type Lane, type LaneRoom } from './lanes.ts';

/** Where a cable begins or ends. */
export interface RouteEnd {
  /** From the edge of the port to the point where the cable is free of its panel; one point when that is the edge. */
  readonly lead: readonly Point[];
  /** Which way the cable runs there. */
  readonly side: 'top' | 'bottom';
}

/** A cable to route. Where boxes must be passed, the detour is taken near end `a`. */
export interface RouteRequest {
  readonly id: string;
  readonly a: RouteEnd;
  readonly b: RouteEnd;
}

/** A vertical run; its x is settled once all cables that share a gap are known. */
interface Run {
  x: number;
  /** May still be moved a little: a run through a gap, or one that begins right at a cage, which is wider than a cable. */
  readonly loose: boolean;
}

interface Claim {
  readonly run: Run;
  readonly from: number;
  readonly goal: number;
}

/** Where lanes lie: a strip, or the room between two ports of one row. */
interface Room extends LaneRoom {
  readonly lanes: Lane[];
}

/** A lane that waits for the x of its two runs. */
interface Join {
  readonly kind: Lane['kind'];
  readonly room: Room;
  /** In the order in which the cable is walked from end `a` to end `b`. */
  readonly first: Run;
  readonly second: Run;
  /** True when a crossing lane is entered from above. */
  readonly downwards: boolean;
  /** Null where the two runs line up. */
  lane: Lane | null;
}

interface Draft {
  readonly request: RouteRequest;
  readonly start: Run;
  readonly end: Run;
  readonly joins: readonly Join[];
}

/** Two runs nearer than this become one where one of them is loose: a step so small would look like a mistake. */
const STRAIGHT = 4;

/**
 * Routes cables as rounded orthogonal lines between rows of boxes: straight out of the port, along a lane of the
 * free strip between two rows, straight into the other port. Rows in between are passed through their gaps. Pure
 * and in the order given, so the same drawing always has the same lines. Returns the corner points by cable id.
 */
export function routeCables(
  requests: readonly RouteRequest[],
  obstacles: readonly Box[],
): ReadonlyMap<string, readonly Point[]> {
  const planner = new Planner(rowsOf(obstacles));
  const drafts = requests.map((request) => planner.plan(request));
  planner.settleRuns();
  for (const draft of drafts) straighten(draft);
  planner.settleLanes(drafts);
  return new Map(drafts.map((draft) => [draft.request.id, pointsOf(draft)]));
}

class Planner {
  readonly #rows: Rows;
  /** Runs that pass a gap, by band and gap, and how many they are. */
  readonly #claims: Claim[][][] = [];
  readonly #loads: number[][] = [];
  readonly #strips = new Map<number, Room>();
  readonly #between = new Map<string, Room>();

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  plan(request: RouteRequest): Draft {
    const { a, b } = request;
    const from = freePoint(a);
    const to = freePoint(b);
    const fromStrip = this.#stripOf(a);
    const toStrip = this.#stripOf(b);
    const start: Run = { x: from.x, loose: a.lead.length === 1 };
    const end: Run = { x: to.x, loose: b.lead.length === 1 };
    const draft = { request, start, end };
    if (a.side === b.side) return { ...draft, joins: this.#loop(a.side, fromStrip, toStrip, start, end) };
    const down = a.side === 'bottom';
    const facing = down ? from.y < to.y : from.y > to.y;
    const reachable = down ? fromStrip <= toStrip : fromStrip >= toStrip;
    if (facing && !reachable) {
      const [top, bottom] = down ? [from.y, to.y] : [to.y, from.y];
      return { ...draft, joins: [this.#join('cross', this.#roomBetween(top, bottom), start, end, down)] };
    }
    if (reachable) {
      const { joins, last } = this.#walk(start, end.x, fromStrip, toStrip);
      return { ...draft, joins: [...joins, this.#join('cross', this.#roomOf(toStrip), last, end, down)] };
    }
    // The ports look away from each other: around, through the row between them.
    const turn = this.#runThrough(start, end.x, down ? fromStrip - 1 : fromStrip);
    const first = this.#join(down ? 'hang' : 'stand', this.#roomOf(fromStrip), start, turn);
    const { joins, last } = this.#walk(turn, end.x, down ? fromStrip - 1 : fromStrip + 1, toStrip);
    return {
      ...draft,
      joins: [first, ...joins, this.#join(down ? 'stand' : 'hang', this.#roomOf(toStrip), last, end)],
    };
  }

  /** Both ends leave the same way: they meet beyond the farther of the two. */
  #loop(side: 'top' | 'bottom', fromStrip: number, toStrip: number, start: Run, end: Run): readonly Join[] {
    const meet = side === 'bottom' ? Math.max(fromStrip, toStrip) : Math.min(fromStrip, toStrip);
    const left = this.#walk(start, end.x, fromStrip, meet);
    const right = this.#walk(end, start.x, toStrip, meet);
    const join = this.#join(side === 'bottom' ? 'hang' : 'stand', this.#roomOf(meet), left.last, right.last);
    return [...left.joins, join, ...right.joins.toReversed().map(reverse)];
  }

  /** Lanes that lead a run from one strip to another, through the gaps of the bands between. */
  #walk(start: Run, goal: number, from: number, to: number): { joins: Join[]; last: Run } {
    const joins: Join[] = [];
    const step = Math.sign(to - from);
    let run = start;
    for (let strip = from; strip !== to; strip += step) {
      const next = this.#runThrough(run, goal, step > 0 ? strip : strip - 1);
      if (next !== run) joins.push(this.#join('cross', this.#roomOf(strip), run, next, step > 0));
      run = next;
    }
    return { joins, last: run };
  }

  /** The run that passes a band: the same one where nothing is in its way. */
  #runThrough(run: Run, goal: number, bandIndex: number): Run {
    const band = this.#rows.bands[bandIndex];
    if (!band || isFree(band, run.x)) return run;
    const claims = this.#claims[bandIndex] ?? band.gaps.map(() => []);
    this.#claims[bandIndex] = claims;
    const loads = this.#loads[bandIndex] ?? band.gaps.map(() => 0);
    this.#loads[bandIndex] = loads;
    const index = nearestGap(band, run.x, goal, loads);
    const gap = must(band.gaps[index], 'a band has a gap');
    const next: Run = { x: Math.min(Math.max(run.x, gap.left), gap.right), loose: true };
    claims[index]?.push({ run: next, from: run.x, goal });
    loads[index] = (loads[index] ?? 0) + 1;
    return next;
  }

  /** Spreads the runs that share a gap over its width. */
  settleRuns(): void {
    this.#claims.forEach((claims, bandIndex) => {
      claims.forEach((sharing, i) => {
        const gap = this.#rows.bands[bandIndex]?.gaps[i];
        if (gap && sharing.length > 0) spread(sharing, gap);
      });
    });
  }

  /** Gives every lane its height, strip by strip. */
  settleLanes(drafts: readonly Draft[]): void {
    for (const { joins } of drafts) {
      for (const join of joins) {
        const { kind, room, first, second, downwards } = join;
        if (first.x === second.x) continue;
        join.lane = downwards
          ? { kind, a: first.x, b: second.x, y: 0 }
          : { kind, a: second.x, b: first.x, y: 0 };
        room.lanes.push(join.lane);
      }
    }
    for (const room of [...this.#strips.values(), ...this.#between.values()]) assignLanes(room.lanes, room);
  }

  #stripOf(end: RouteEnd): number {
    const { y } = freePoint(end);
    return end.side === 'bottom' ? stripBelow(this.#rows, y) : stripAbove(this.#rows, y);
  }

  #roomOf(strip: number): Room {
    const known = this.#strips.get(strip);
    if (known) return known;
    const { top = -Infinity, bottom = Infinity } = this.#rows.strips[strip] ?? {};
    const room = { top, bottom, lanes: [] };
    this.#strips.set(strip, room);
    return room;
  }

  #roomBetween(top: number, bottom: number): Room {
    const key = `${top}:${bottom}`;
    const room = this.#between.get(key) ?? { top, bottom, lanes: [] };
    this.#between.set(key, room);
    return room;
  }

  #join(kind: Lane['kind'], room: Room, first: Run, second: Run, downwards = true): Join {
    return { kind, room, first, second, downwards, lane: null };
  }
}

function spread(claims: readonly Claim[], { left, right }: Gap): void {
  const sorted = [...claims].sort((p, q) => p.from - q.from || p.goal - q.goal);
  const pitch = claims.length > 1 ? Math.min(TRACK_PITCH, (right - left) / (claims.length - 1)) : 0;
  const span = pitch * (claims.length - 1);
  const first = left === -Infinity ? right - span : right === Infinity ? left : (left + right - span) / 2;
  sorted.forEach(({ run }, i) => (run.x = Math.round(first + i * pitch)));
}

/** Takes out the steps that are too small to be meant. */
function straighten({ joins, start }: Draft): void {
  for (const { first, second } of joins) {
    if (Math.abs(first.x - second.x) >= STRAIGHT) continue;
    if (first === start && first.loose) first.x = second.x;
    else if (second.loose) second.x = first.x;
  }
}

function reverse({ kind, room, first, second, downwards }: Join): Join {
  return { kind, room, first: second, second: first, downwards: !downwards, lane: null };
}

function freePoint(end: RouteEnd): Point {
  return must(end.lead.at(-1), 'a cable end has a point');
}

function pointsOf({ request, start, end, joins }: Draft): readonly Point[] {
  const points: Point[] = [];
  for (const point of request.a.lead) points.push(onRun(point, start));
  for (const { lane, first, second } of joins) {
    if (lane) points.push({ x: first.x, y: lane.y }, { x: second.x, y: lane.y });
  }
  const { lead } = request.b;
  for (let i = lead.length - 1; i >= 0; i--) points.push(onRun(must(lead[i], 'a point of the lead'), end));
  return points;
}

function onRun(point: Point, { x, loose }: Run): Point {
  return loose ? { x, y: point.y } : point;
}
