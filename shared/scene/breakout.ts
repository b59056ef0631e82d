import type { Point, RouteEnd } from '../geometry/index.ts';
import type { BreakoutLane } from '../model/index.ts';
import { ALWAYS, path, rect, type Levels } from './marks.ts';
import type { Mark, Token } from './types.ts';

/** From the edge of the panel to where the stem splits. */
const STEM = 10;
/** Between the lanes where they leave the stem. */
const LANE_GAP = 4;
/** The piece in which the cable splits. */
const SPLITTER_HEIGHT = 6;

/** The end of a lane at the split port: all lanes share the stem and leave it beside each other. */
export function laneEnd({ lead, side }: RouteEnd, { lane, ways }: BreakoutLane): RouteEnd {
  const at = lead.at(-1);
  if (!at) return { lead, side };
  const y = at.y + (side === 'top' ? -STEM : STEM);
  const x = at.x + (lane - (ways + 1) / 2) * LANE_GAP;
  return { lead: [...lead, { x: at.x, y }, { x, y }], side };
}

/** The stem of a breakout cable as part of one of its lanes: the lead of that lane without where the lane leaves. */
export function stemOf(end: RouteEnd | undefined): readonly Point[] {
  return end?.lead.slice(0, -1) ?? [];
}

/** The stem and the piece in which it splits. Every lane draws it, so that each is seen whole when it is lit. */
export function stemMarks(
  stem: readonly Point[],
  ways: number,
  width: number,
  token: Token,
  levels: Levels = ALWAYS,
): readonly Mark[] {
  const fork = stem.at(-1);
  if (!fork) return [];
  const d = stem.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const across = ways * LANE_GAP + 2;
  const splitter = {
    x: fork.x - across / 2,
    y: fork.y - SPLITTER_HEIGHT / 2,
    width: across,
    height: SPLITTER_HEIGHT,
  };
  return [path(levels, d, { stroke: token, strokeWidth: width }), rect(levels, splitter, 2, { fill: token })];
}

/** A sample of 32 by 16 units for the legend. */
export function breakoutSample(token: Token): readonly Mark[] {
  const lanes = [2, 6, 10, 14].map((y) => `M18 ${y}H32`).join('');
  return [
    path(ALWAYS, 'M0 8H16', { stroke: token, strokeWidth: 3.5 }),
    path(ALWAYS, lanes, { stroke: token, strokeWidth: 1.5 }),
    rect(ALWAYS, { x: 14, y: 0, width: 6, height: 16 }, 2, { fill: token }),
  ];
}
