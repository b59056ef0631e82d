/**
 * Lanes: the horizontal runs of cables inside one strip between two rows of boxes. The order of the lanes is chosen
 * so that cables that keep their order do not cross, and lanes that overlap never share a height.
 */

/** One horizontal run. `y` is set by `assignLanes`. */
export interface Lane {
  /** `cross` comes from above at `a` and leaves downwards at `b`; `hang` joins two runs from above, `stand` two from below. */
  readonly kind: 'cross' | 'hang' | 'stand';
  readonly a: number;
  readonly b: number;
  y: number;
}

/** The strip the lanes lie in; infinite above the first and below the last row. */
export interface LaneRoom {
  readonly top: number;
  readonly bottom: number;
}

const PITCH = 8;
/** Straight run kept between a box and the first lane, where there is room for it. */
const CLEAR = 20;
/** Straight run before a lane that only joins two ports of the same row. */
const LOOP_CLEAR = 28;
/** Vertical runs nearer than this count as one line. */
const SAME_LINE = 5;
/** Lanes are compared in columns of this width; a very wide strip has wider ones, to stay quick. */
const COLUMN = 8;
const MOST_COLUMNS = 512;

/** Gives every lane its height inside the strip. */
export function assignLanes(lanes: readonly Lane[], room: LaneRoom): void {
  const hanging = bySpan(lanes.filter((lane) => lane.kind === 'hang'));
  const standing = bySpan(lanes.filter((lane) => lane.kind === 'stand')).reverse();
  const crossing = orderCrossing(lanes.filter((lane) => lane.kind === 'cross'));
  const ordered = [...hanging, ...crossing, ...standing];
  const ranks = rankLanes(ordered);
  const count = 1 + Math.max(0, ...ranks);
  const heights = heightsOf(
    count,
    room,
    crossing.length > 0 ? 'both' : standing.length > 0 ? 'bottom' : 'top',
  );
  ordered.forEach((lane, i) => (lane.y = Math.round(heights(ranks[i] ?? 0))));
}

function bySpan(lanes: readonly Lane[]): Lane[] {
  return [...lanes].sort((p, q) => Math.abs(p.a - p.b) - Math.abs(q.a - q.b) || p.a - q.a);
}

function heightsOf(count: number, room: LaneRoom, near: 'top' | 'bottom' | 'both'): (rank: number) => number {
  const height = room.bottom - room.top;
  if (near === 'top' || room.bottom === Infinity) {
    const pitch = Math.min(PITCH, (height - LOOP_CLEAR) / count);
    return (rank) => room.top + LOOP_CLEAR + rank * pitch;
  }
  if (near === 'bottom' || room.top === -Infinity) {
    const pitch = Math.min(PITCH, (height - LOOP_CLEAR) / count);
    return (rank) => room.bottom - LOOP_CLEAR - (count - 1 - rank) * pitch;
  }
  const clear = Math.min(CLEAR, height / 3);
  const pitch = count > 1 ? Math.min(PITCH, (height - 2 * clear) / (count - 1)) : 0;
  const first = room.top + height / 2 - ((count - 1) * pitch) / 2;
  return (rank) => first + rank * pitch;
}

/**
 * Order of crossing lanes from top to bottom. Among those that run the same way the inner ones come first, which
 * keeps order-preserving cables free of crossings. A lane whose upper run stands above the lower run of another must
 * lie above that one, or the two vertical runs would cover each other.
 */
function orderCrossing(lanes: readonly Lane[]): readonly Lane[] {
  const right = lanes.filter((lane) => lane.b >= lane.a).sort((p, q) => q.a - p.a || q.b - p.b);
  const left = lanes.filter((lane) => lane.b < lane.a).sort((p, q) => p.a - q.a || p.b - q.b);
  const followers = followersOf(lanes);
  const waiting = new Map<Lane, number>();
  for (const list of followers.values()) {
    for (const lane of list) waiting.set(lane, (waiting.get(lane) ?? 0) + 1);
  }
  const ordered: Lane[] = [];
  let r = 0;
  let l = 0;
  while (r < right.length || l < left.length) {
    const fromRight = right[r];
    const fromLeft = left[l];
    const next = preferred(fromRight, fromLeft, waiting);
    if (next === undefined) break;
    if (next === fromRight) r++;
    else l++;
    ordered.push(next);
    for (const lane of followers.get(next) ?? []) waiting.set(lane, (waiting.get(lane) ?? 0) - 1);
  }
  return ordered;
}

function preferred(
  p: Lane | undefined,
  q: Lane | undefined,
  waiting: ReadonlyMap<Lane, number>,
): Lane | undefined {
  if (!p || !q) return p ?? q;
  const pReady = (waiting.get(p) ?? 0) === 0;
  const qReady = (waiting.get(q) ?? 0) === 0;
  if (pReady !== qReady) return pReady ? p : q;
  return Math.abs(p.a - p.b) <= Math.abs(q.a - q.b) ? p : q;
}

/** Per lane those whose lower run stands in line with its upper run. */
function followersOf(lanes: readonly Lane[]): ReadonlyMap<Lane, readonly Lane[]> {
  const byLower = new Map<number, Lane[]>();
  for (const lane of lanes) {
    const key = Math.floor(lane.b / SAME_LINE);
    const list = byLower.get(key);
    if (list) list.push(lane);
    else byLower.set(key, [lane]);
  }
  const followers = new Map<Lane, Lane[]>();
  for (const lane of lanes) {
    const key = Math.floor(lane.a / SAME_LINE);
    for (const near of [key - 1, key, key + 1]) {
      for (const other of byLower.get(near) ?? []) {
        if (other === lane || Math.abs(other.b - lane.a) >= SAME_LINE) continue;
        const list = followers.get(lane);
        if (list) list.push(other);
        else followers.set(lane, [other]);
      }
    }
  }
  return followers;
}

/** Each lane's rank from the top: one below every earlier lane it overlaps. */
function rankLanes(ordered: readonly Lane[]): readonly number[] {
  const left = Math.min(...ordered.map((lane) => Math.min(lane.a, lane.b))) - SAME_LINE;
  const right = Math.max(...ordered.map((lane) => Math.max(lane.a, lane.b))) + SAME_LINE;
  if (ordered.length === 0) return [];
  const column = Math.max(COLUMN, (right - left) / MOST_COLUMNS);
  const deepest = new Int32Array(Math.ceil((right - left) / column) + 1).fill(-1);
  return ordered.map((lane) => {
    const from = Math.floor((Math.min(lane.a, lane.b) - SAME_LINE - left) / column);
    const to = Math.floor((Math.max(lane.a, lane.b) + SAME_LINE - left) / column);
    let rank = 0;
    for (let i = from; i <= to; i++) rank = Math.max(rank, (deepest[i] ?? -1) + 1);
    deepest.fill(rank, from, to + 1);
    return rank;
  });
}
