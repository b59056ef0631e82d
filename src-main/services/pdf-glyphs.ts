import * as fontkit from 'fontkit';

/** Characters the fonts need no glyph for. */
const BLANK = /[\s\u200b]/u;
const ASCII = /^\p{ASCII}*$/u;
const OTHERS = /\P{ASCII}/gu;

/** Rewrites text for a document: see `createGlyphGuard`. */
export type GlyphGuard = <T>(value: T) => T;

/**
 * Makes sure that nothing is printed as an empty box. Every character that one of the fonts lacks is spelled
 * out as its code point (`U+4E2D`), so that a reader sees what was there. Goes through strings at any depth.
 */
export function createGlyphGuard(fontFiles: readonly string[]): GlyphGuard {
  const fonts = fontFiles.flatMap((file) => {
    const font = fontkit.openSync(file);
    return 'fonts' in font ? font.fonts : [font];
  });
  const known = new Map<string, string>();
  const spell = (char: string): string => {
    const before = known.get(char);
    if (before !== undefined) return before;
    const point = char.codePointAt(0) ?? 0;
    const printable = BLANK.test(char) || fonts.every((font) => font.hasGlyphForCodePoint(point));
    const spelled = printable ? char : `U+${point.toString(16).toUpperCase().padStart(4, '0')} `;
    known.set(char, spelled);
    return spelled;
  };
  const guard = (value: unknown): unknown => {
    // Plain ASCII, nearly all text, needs no look at the fonts.
    if (typeof value === 'string')
      return ASCII.test(value) ? value : value.normalize('NFC').replace(OTHERS, spell);
    if (typeof value === 'function')
      return (...given: unknown[]) => guard((value as (...rest: unknown[]) => unknown)(...given));
    if (Array.isArray(value)) return value.map(guard);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, guard(inner as unknown)]));
  };
  return guard as GlyphGuard;
}
