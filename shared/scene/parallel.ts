import { growBox, roundedPath, textWidth, unionBoxes, type Box, type Point } from '../geometry/index.ts';
import { must } from '../lib/assert.ts';
import type { Plan, PlanLink } from '../plan/types.ts';
import { LOOKS, path, rect, text, type Levels } from './marks.ts';
import { NEUTRAL } from './network-colors.ts';
import type { Mark, Scene, SceneCable, Token } from './types.ts';

/** Which parallel cables are drawn as one. */
export interface Bundling {
  /** From this many between the same two devices on. */
  readonly from: number;
  /** Cables that are to be seen one by one, each with all that run beside it. */
  readonly open: ReadonlySet<string>;
}

const RADIUS = 8;
/** From the edge of a device to where the cables of its first bundle join; those of the next ones join further out. */
const JOIN_AWAY = 8;
const JOIN_STEP = 6;
const JOIN_ROWS = 3;
const PILL_HEIGHT = 18;

/**
 * The scene with parallel cables between the same two devices drawn as one line with their number. The line runs
 * where the middle one of them ran, so nothing else moves when a bundle is opened. Without such cables it is the
 * scene itself.
 */
export function bundleParallel(scene: Scene, plan: Plan, { from, open }: Bundling): Scene {
  const groups = parallelGroups(plan).filter(
    (links) => links.length >= from && !links.some(({ id }) => open.has(id)),
  );
  if (groups.length === 0) return scene;
  const wanted = new Set<string>(groups.flatMap((links) => links.map(({ id }) => id)));
  const drawn = new Map<string, SceneCable>();
  for (const cable of scene.cables) if (wanted.has(cable.id)) drawn.set(cable.id, cable);
  const devices = new Map([...scene.nodes, ...scene.switches].map((item) => [item.id, item]));
  const bundles = new Map<string, SceneCable>();
  const joins = new Map<string, number>();
  const awayOf = (id: string) => {
    const before = joins.get(id) ?? 0;
    joins.set(id, before + 1);
    return JOIN_AWAY + (before % JOIN_ROWS) * JOIN_STEP;
  };
  const hidden = new Set<string>();
  for (const links of groups) {
    const members = links.flatMap(({ id }) => drawn.get(id) ?? []);
    const [link] = links;
    const [a, b] = [devices.get(link?.a.ownerId ?? ''), devices.get(link?.b.ownerId ?? '')];
    const [first] = members;
    if (!link || !first || !a || !b || members.length < from) continue;
    const device = ({ id, box, label }: typeof a): Device => ({ box, label, away: awayOf(id) });
    bundles.set(first.id, bundleOf(members, links, device(a), device(b)));
    for (const { id } of members.slice(1)) hidden.add(id);
  }
  const cables = scene.cables.flatMap((cable) =>
    hidden.has(cable.id) ? [] : [bundles.get(cable.id) ?? cable],
  );
  return { ...scene, cables };
}

const known = new WeakMap<Plan, readonly (readonly PlanLink[])[]>();

/** Sound cables of two ends that join the same two devices, where there are several. */
function parallelGroups(plan: Plan): readonly (readonly PlanLink[])[] {
  const before = known.get(plan);
  if (before) return before;
  const pairs: PlanLink[][] = [];
  const rows = new Map<string, Map<string, PlanLink[]>>();
  for (const link of plan.links) {
    if (link.problem !== null || link.breakout !== null) continue;
    const { a, b, kind } = link;
    // Two switches, or two nodes, can be side A and side B of their cables either way round.
    const turned = kind !== 'node-switch' && b.ownerId < a.ownerId;
    const [from, to] = turned ? [b.ownerId, a.ownerId] : [a.ownerId, b.ownerId];
    let row = rows.get(from);
    if (!row) rows.set(from, (row = new Map<string, PlanLink[]>()));
    const pair = row.get(to);
    if (pair) {
      pair.push(link);
      continue;
    }
    const begun = [link];
    row.set(to, begun);
    pairs.push(begun);
  }
  const groups = pairs.filter((links) => links.length > 1);
  known.set(plan, groups);
  return groups;
}

interface Device {
  readonly box: Box;
  readonly label: string;
  /** How far from its edge the cables join. */
  readonly away: number;
}

const made = new WeakMap<
  SceneCable,
  { readonly members: readonly SceneCable[]; readonly away: string; readonly bundle: SceneCable }
>();

/** One line for many; the same one as last time when none of them has changed. */
function bundleOf(
  members: readonly SceneCable[],
  links: readonly PlanLink[],
  a: Device,
  b: Device,
): SceneCable {
  const at = Math.floor((members.length - 1) / 2);
  const middle = must(members[at], 'a bundle has members');
  const last = made.get(middle);
  const away = `${a.away} ${b.away}`;
  if (
    last?.away === away &&
    last.members.length === members.length &&
    last.members.every((cable, i) => cable === members[i])
  )
    return last.bundle;
  // Two switches that are joined can be side A of some of their cables and side B of others.
  const lines = members.map(({ points }, i) =>
    links[i]?.a.ownerId === links[0]?.a.ownerId ? points : points.toReversed(),
  );
  const start = joinAt(lines, a);
  const end = joinAt(
    lines.map((points) => points.toReversed()),
    b,
  );
  const points = between(must(lines[at], 'the line of a member'), start?.cuts[at], end?.cuts[at]);
  const { token, single, levels } = lookOf(members);
  const bundle: SceneCable = {
    kind: 'cable',
    id: must(members[0], 'a bundle has members').id,
    members: members.map(({ id }) => id),
    // The number stands out of the line.
    box: growBox(unionBoxes(members.map(({ box }) => box)) ?? middle.box, PILL_HEIGHT),
    label: `${members.length} cables, ${nameOf(a)} to ${nameOf(b)}`,
    ends: middle.ends,
    points,
    broken: false,
    bundled: members.every(({ bundled }) => bundled),
    marks: [
      path(levels, roundedPath(points, RADIUS), { stroke: token, strokeWidth: Math.min(6, single + 2.5) }),
      ...[start, end].flatMap((join) =>
        join ? [path(levels, join.d, { stroke: token, strokeWidth: single })] : [],
      ),
      ...pill(points, `×${members.length}`, token, levels),
    ],
  };
  made.set(middle, { members, away, bundle });
  return bundle;
}

function nameOf({ label }: Device): string {
  return label.split(',')[0] ?? label;
}

/** Where a line is cut: before corner `index`, at a point. */
interface Cut {
  readonly index: number;
  readonly point: Point;
}

/** The bar at which the cables of one end join, drawn with what leads to it; null where one of them does not pass it. */
function joinAt(
  lines: readonly (readonly Point[])[],
  { box, away }: Device,
): { readonly d: string; readonly cuts: readonly Cut[] } | null {
  const outside = lines[0]?.find(({ y }) => y < box.y - away || y > box.y + box.height + away);
  if (!outside) return null;
  const bar = outside.y < box.y ? box.y - away : box.y + box.height + away;
  const cuts = lines.flatMap((points) => cutAt(points, bar) ?? []);
  if (cuts.length < lines.length) return null;
  const xs = cuts.map(({ point }) => point.x);
  const stubs = lines.map((points, i) => {
    const cut = cuts[i];
    const corners = cut ? [...points.slice(0, cut.index), cut.point] : [];
    return corners.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  });
  return { d: `${stubs.join('')}M${Math.min(...xs)} ${bar}L${Math.max(...xs)} ${bar}`, cuts };
}

/** The first place at which a line crosses a height. */
function cutAt(points: readonly Point[], y: number): Cut | null {
  for (let index = 1; index < points.length; index++) {
    const [from, to] = [points[index - 1], points[index]];
    if (from && to && from.x === to.x && (from.y - y) * (to.y - y) <= 0)
      return { index, point: { x: from.x, y } };
  }
  return null;
}

/** The line from one cut to the other; the second is counted from its far end. */
function between(points: readonly Point[], start: Cut | undefined, end: Cut | undefined): readonly Point[] {
  const first = start?.index ?? 0;
  const last = points.length - (end?.index ?? 0);
  if (first > last) return points;
  return [...(start ? [start.point] : []), ...points.slice(first, last), ...(end ? [end.point] : [])];
}

function lookOf(members: readonly SceneCable[]): {
  readonly token: Token;
  readonly single: number;
  readonly levels: Levels;
} {
  const lines = members.flatMap(({ marks }) => marks.find((mark) => mark.kind === 'path') ?? []);
  const [first] = lines;
  const token = first && lines.every(({ stroke }) => stroke === first.stroke) ? first.stroke : NEUTRAL;
  return { token, single: first?.strokeWidth ?? 2, levels: { from: first?.from ?? 'middle' } };
}

/** The number of cables on the longest run of their line. */
function pill(points: readonly Point[], words: string, token: Token, levels: Levels): readonly Mark[] {
  const runs = points.slice(1).map((to, i) => ({ from: points[i] ?? to, to }));
  const lengthOf = ({ from, to }: (typeof runs)[number]) => Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
  const [longest] = [...runs].sort((p, q) => lengthOf(q) - lengthOf(p));
  if (!longest) return [];
  const { from, to } = longest;
  const [x, y] = [Math.round((from.x + to.x) / 2), Math.round((from.y + to.y) / 2)];
  const width = Math.ceil(textWidth(words, LOOKS.strong)) + 14;
  const box = { x: x - width / 2, y: y - PILL_HEIGHT / 2, width, height: PILL_HEIGHT };
  return [
    rect(levels, box, PILL_HEIGHT / 2, { fill: 'card', stroke: token, strokeWidth: 1.5 }),
    text(levels, words, x, y + 4, LOOKS.strong, 'middle'),
  ];
}
