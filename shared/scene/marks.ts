import { fitText, textWidth, type Box, type TextStyle } from '../geometry/index.ts';
import type { Detail, Mark, PathMark, RectMark, TextMark, Token } from './types.ts';

/** Levels at which a mark is seen; `until` is the first level at which it is gone. */
export interface Levels {
  readonly from: Detail;
  readonly until?: Detail;
}

export const FAR_ONLY: Levels = { from: 'far', until: 'middle' };
export const ALWAYS: Levels = { from: 'far' };
export const MIDDLE: Levels = { from: 'middle' };
export const MIDDLE_ONLY: Levels = { from: 'middle', until: 'near' };
export const NEAR: Levels = { from: 'near' };

const RANK: Readonly<Record<Detail, number>> = { far: 0, middle: 1, near: 2 };

/** True when a mark is seen at a level of detail. */
export function isVisible(mark: Mark, detail: Detail): boolean {
  return RANK[mark.from] <= RANK[detail] && (mark.until === undefined || RANK[detail] < RANK[mark.until]);
}

interface Paint {
  readonly fill?: Token;
  readonly stroke?: Token;
  readonly strokeWidth?: number;
}

export function rect(levels: Levels, box: Box, radius: number, paint: Paint): RectMark {
  const { fill = 'none', stroke = 'none', strokeWidth = 1 } = paint;
  const { from, until } = levels;
  if (until === undefined) return { kind: 'rect', from, box, radius, fill, stroke, strokeWidth };
  return { kind: 'rect', from, until, box, radius, fill, stroke, strokeWidth };
}

export function path(
  levels: Levels,
  d: string,
  paint: Paint & { readonly dash?: readonly number[] },
): PathMark {
  const { fill = 'none', stroke = 'none', strokeWidth = 1, dash = NO_DASH } = paint;
  const { from, until } = levels;
  if (until === undefined) return { kind: 'path', from, d, fill, stroke, strokeWidth, dash };
  return { kind: 'path', from, until, d, fill, stroke, strokeWidth, dash };
}

const NO_DASH: readonly number[] = [];

/** A line of text as it is set and painted. */
export interface TextLook extends TextStyle {
  readonly size: TextMark['size'];
  readonly fill: Token;
}

export function text(
  levels: Levels,
  words: string,
  x: number,
  y: number,
  look: TextLook,
  anchor: TextMark['anchor'] = 'start',
): TextMark {
  const { size, weight, mono, fill } = look;
  const { from, until } = levels;
  if (until === undefined) return { kind: 'text', from, text: words, x, y, size, weight, mono, anchor, fill };
  return { kind: 'text', from, until, text: words, x, y, size, weight, mono, anchor, fill };
}

const look = (size: TextMark['size'], weight: 400 | 600, fill: Token, mono = false): TextLook => ({
  size,
  weight,
  mono,
  fill,
});

export const LOOKS = {
  name: look(13, 600, 'text'),
  caption: look(12, 600, 'text'),
  captionSoft: look(11, 400, 'text-soft'),
  small: look(11, 400, 'text-soft'),
  strong: look(11, 600, 'text'),
  tiny: look(10, 400, 'text-soft'),
  number: look(9, 400, 'text-soft', true),
  letter: look(9, 600, 'on-net'),
  freeNumber: look(9, 400, 'text-soft', true),
  usedNumber: look(9, 600, 'on-net', true),
  cableTag: look(9, 400, 'text-soft'),
  far: look(20, 600, 'text'),
} as const;

/** Rounds up to the 4-unit grid. */
export function toGrid(value: number): number {
  return Math.ceil(value / 4) * 4;
}

/** Fits words into a width; short for the two calls that always go together. */
export function fitted(words: string, maxWidth: number, style: TextLook): { words: string; width: number } {
  const kept = fitText(words, maxWidth, style);
  return { words: kept, width: textWidth(kept, style) };
}
