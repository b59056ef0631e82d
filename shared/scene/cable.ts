import { roundedPath, type Box, type Point } from '../geometry/index.ts';
import { lazy } from '../lib/lazy.ts';
import type { PlanLink } from '../plan/types.ts';
import { stemMarks } from './breakout.ts';
import { cableWidth, mediumOf, stemWidth } from './cable-look.ts';
import { ALWAYS, fitted, LOOKS, MIDDLE, NEAR, path, text, type Levels } from './marks.ts';
import type { Carried } from './network-colors.ts';
import type { Mark, SceneCable, Token } from './types.ts';
import { metres, speedWords } from './words.ts';

const RADIUS = 8;
const BROKEN_DASH: readonly number[] = [6, 4];
/** Distance of an end cap from the port, so that the cage does not hide it. */
const CAP_AWAY = 7;

const NONE: readonly never[] = [];

/**
 * One cable with its number, along its corner points. `tagRoom` is the free width beside its first port for number and length; `stem`
 * is what a lane shares with the other lanes of its breakout cable.
 */
export function drawCable(
  link: PlanLink,
  tag: string,
  points: readonly Point[],
  carried: Carried,
  tagRoom: number,
  stem: readonly Point[] = NONE,
): SceneCable {
  const broken = link.problem !== null;
  const token: Token = broken ? 'fail' : carried.token;
  // From far away such a cable is part of its cluster's bundle.
  const bundled = link.kind === 'node-switch' && !broken;
  const marks = lazy(() => [
    ...lineMarks(link, roundedPath(points, RADIUS), token, bundled ? MIDDLE : ALWAYS),
    ...(link.breakout
      ? stemMarks(stem, link.breakout.ways, stemWidth(link), token, bundled ? MIDDLE : ALWAYS)
      : NONE),
    ...(link.kind === 'node-node' ? capMarks(points, token) : NONE),
    ...(broken ? missingMarks(link, points) : NONE),
    ...tagMarks(link, tag, points, tagRoom),
  ]);
  return {
    kind: 'cable',
    id: link.id,
    box: boxAround(points),
    get label() {
      return cableWords(link, tag, carried);
    },
    ends: [link.a.portId, link.b.portId],
    points,
    broken,
    bundled,
    get marks() {
      return marks();
    },
  };
}

/** The box of a line, with room for its width and for the pointer. */
function boxAround(points: readonly Point[]): Box {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left - 4, y: top - 4, width: right - left + 8, height: bottom - top + 8 };
}

function cableWords(link: PlanLink, tag: string, carried: Carried): string {
  const speed = link.speedGbps === null ? '' : `, ${speedWords(link.speedGbps)}`;
  const medium = MEDIUM_WORDS[mediumOf(link)];
  const networks = carried.words === '' ? '' : `, ${carried.words}`;
  const problem = link.problem === null ? '' : ', cannot be built';
  const length = metres(link.lengthM);
  const lane = link.breakout ? ` lane ${link.breakout.lane} of ${link.breakout.ways}` : '';
  return `Cable ${tag}${lane}, ${link.a.label} to ${link.b.label}${speed}${medium}, ${length}${networks}${problem}`;
}

const MEDIUM_WORDS = { copper: ', copper', fibre: ', fibre', unknown: '' } as const;

/** The line; a fibre has a light core, a broken cable is dashed. */
export function lineMarks(link: PlanLink, d: string, token: Token, levels: Levels = ALWAYS): readonly Mark[] {
  const width = cableWidth(link.speedGbps);
  if (link.problem !== null)
    return [path(levels, d, { stroke: token, strokeWidth: Math.max(2, width), dash: BROKEN_DASH })];
  if (mediumOf(link) !== 'fibre') return [path(levels, d, { stroke: token, strokeWidth: width })];
  return [
    path(levels, d, { stroke: token, strokeWidth: width + 1 }),
    path(levels, d, { stroke: 'light-core', strokeWidth: (width + 1) * 0.4 }),
  ];
}

/** Diamonds near both ports tell a direct cable from one that leads to a switch. */
function capMarks(points: readonly Point[], token: Token): readonly Mark[] {
  const ends: readonly (readonly [Point | undefined, Point | undefined])[] = [
    [points[0], points[1]],
    [points.at(-1), points.at(-2)],
  ];
  return ends.flatMap(([end, next]) => {
    if (!end || !next) return [];
    return [
      path(MIDDLE, diamond(end.x, end.y + Math.sign(next.y - end.y) * CAP_AWAY), {
        fill: 'card',
        stroke: token,
        strokeWidth: 1.5,
      }),
    ];
  });
}

/** A small diamond around a point. */
export function diamond(x: number, y: number): string {
  return `M${x} ${y - 4}l4 4l-4 4l-4-4z`;
}

/** A cross where an end names a port that does not exist. */
function missingMarks(link: PlanLink, points: readonly Point[]): readonly Mark[] {
  const missing = [
    link.a.portId === null ? points[0] : undefined,
    link.b.portId === null ? points.at(-1) : undefined,
  ];
  return missing.flatMap((at) =>
    at
      ? [
          path(ALWAYS, `M${at.x - 4} ${at.y - 4}l8 8M${at.x + 4} ${at.y - 4}l-8 8`, {
            stroke: 'fail',
            strokeWidth: 2,
          }),
        ]
      : [],
  );
}

/** Number and length beside the first port. */
function tagMarks(link: PlanLink, tag: string, points: readonly Point[], room: number): readonly Mark[] {
  const [end, next] = points;
  if (!end || !next || link.kind === 'switch-switch') return [];
  const whole = `${tag} · ${metres(link.lengthM)}`;
  const away = link.kind === 'node-node' ? 8 : 5;
  const kept = fitted(whole, room - away, LOOKS.cableTag).words;
  const words = kept === whole ? whole : fitted(tag, room - away, LOOKS.cableTag).words;
  // A number cut short would be a wrong number.
  if (words !== whole && words !== tag) return [];
  return [text(NEAR, words, end.x + away, next.y > end.y ? end.y + 12 : end.y - 6, LOOKS.cableTag)];
}
