import type { Cage } from '../catalog/types.ts';
import type { Box, Point } from '../geometry/index.ts';
import type { PortId } from '../lib/ids.ts';
import type { PlanPort } from '../plan/types.ts';
import type { Carried } from './network-colors.ts';
import { MIDDLE, LOOKS, MIDDLE_ONLY, NEAR, path, rect, text } from './marks.ts';
import type { Mark, ScenePort } from './types.ts';

export type Side = ScenePort['side'];

/** Height of every cage. */
export const CAGE_HEIGHT = 14;

/** Width of a cage as drawn; QSFP cages are wider than SFP ones on the real panel too. */
export function cageWidth(cage: Cage): number {
  return cage.startsWith('QSFP') ? 24 : 16;
}

/** A cage that has its place, with what a cable needs to know of it. */
export interface PlacedPort {
  readonly port: PlanPort;
  readonly box: Box;
  readonly side: Side;
  /** From the middle of the cage's edge to where the cable is free of the panel. */
  readonly lead: readonly Point[];
}

/** Name of the port a cable leads to, null without one. */
export function farEndOf({ peerId }: PlanPort, ends: ReadonlyMap<PortId, string>): string | null {
  return peerId === null ? null : (ends.get(peerId) ?? null);
}

/** Where its middle is along the edge. */
export function middleOf(box: Box): number {
  return box.x + box.width / 2;
}

/** The middle of the edge at which the cable leaves. */
export function edgePoint(box: Box, side: Side): Point {
  return { x: middleOf(box), y: side === 'top' ? box.y : box.y + box.height };
}

/**
 * The cage itself: filled in the colour of its network when cabled, with the letter of the network in it. From near
 * the port's number takes the place of the letter, where the panel has numbers.
 */
export function cageMarks(box: Box, cabled: boolean, carried: Carried, number: string): readonly Mark[] {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2 + 3;
  const numbered = number !== '';
  if (!cabled) {
    const cage = rect(MIDDLE, box, 2, { fill: 'cage', stroke: 'cage-line', strokeWidth: 1 });
    return numbered ? [cage, text(NEAR, number, x, y, LOOKS.freeNumber, 'middle')] : [cage];
  }
  const marks: Mark[] = [rect(MIDDLE, box, 2, { fill: carried.token })];
  if (carried.letter !== '') {
    marks.push(text(numbered ? MIDDLE_ONLY : MIDDLE, carried.letter, x, y, LOOKS.letter, 'middle'));
  }
  if (numbered) marks.push(text(NEAR, number, x, y, LOOKS.usedNumber, 'middle'));
  return marks;
}

/** The piece of cable in front of a panel, from the cage to the panel's edge. */
export function leadMark(lead: readonly Point[], carried: Carried, width: number): Mark | null {
  if (lead.length < 2) return null;
  const d = lead.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return path(MIDDLE, d, { stroke: carried.token, strokeWidth: width });
}
