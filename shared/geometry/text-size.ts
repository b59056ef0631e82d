import { FONT_WIDTHS } from './font-widths.ts';

/** How a text is set. */
export interface TextStyle {
  /** Font size in canvas units. */
  readonly size: number;
  readonly weight: 400 | 600;
  /** JetBrains Mono in place of Inter. */
  readonly mono: boolean;
}

const ELLIPSIS = '…';
/** Width taken for a character no bundled face has: a full em, which no fallback face in use exceeds. */
const UNKNOWN = 1000;
/** Direct lookup for the code points below this; the few above go through a map. */
const DENSE = 0x530;

interface Face {
  readonly dense: Int16Array;
  readonly sparse: ReadonlyMap<number, number>;
}

function faceOf(runs: readonly (readonly number[])[]): Face {
  const dense = new Int16Array(DENSE).fill(UNKNOWN);
  const sparse = new Map<number, number>();
  for (const [first = 0, ...widths] of runs) {
    widths.forEach((width, i) => {
      if (first + i < DENSE) dense[first + i] = width;
      else sparse.set(first + i, width);
    });
  }
  return { dense, sparse };
}

const REGULAR = faceOf(FONT_WIDTHS.regular);
const SEMIBOLD = faceOf(FONT_WIDTHS.semibold);
const MONO = faceOf(FONT_WIDTHS.mono);

function faceFor({ weight, mono }: TextStyle): Face {
  if (mono) return MONO;
  return weight === 600 ? SEMIBOLD : REGULAR;
}

function charWidth(face: Face, code: number): number {
  if (code < DENSE) return face.dense[code] ?? UNKNOWN;
  return face.sparse.get(code) ?? UNKNOWN;
}

/**
 * Width of one line of text in canvas units: the sum of its advance widths. Kerning is left out; in Inter it only
 * makes text narrower, so a text that fits by this measure fits on the page.
 */
export function textWidth(text: string, style: TextStyle): number {
  const face = faceFor(style);
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    sum += charWidth(face, code);
  }
  return (sum * style.size) / 1000;
}

/**
 * The text if it fits into `maxWidth` canvas units, else as much of its beginning as fits with an ellipsis. Never
 * wider than `maxWidth`: the result is empty when not even the ellipsis fits.
 */
export function fitText(text: string, maxWidth: number, style: TextStyle): string {
  const face = faceFor(style);
  const limit = (maxWidth * 1000) / style.size;
  const room = limit - charWidth(face, ELLIPSIS.charCodeAt(0));
  let sum = 0;
  let keep = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    sum += charWidth(face, code);
    if (sum <= room) keep = i + 1;
    if (sum > limit) return room < 0 ? '' : text.slice(0, keep).trimEnd() + ELLIPSIS;
  }
  return text;
}
