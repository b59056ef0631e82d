import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { fitText, textWidth, type TextStyle } from '../../../shared/geometry/index.ts';

const require = createRequire(import.meta.url);
const face = (path: string) => create(readFileSync(require.resolve(path))) as Font;
const FACES: readonly (readonly [string, TextStyle, Font])[] = [
  [
    'Inter 400',
    { size: 11, weight: 400, mono: false },
    face('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  ],
  [
    'Inter 600',
    { size: 13, weight: 600, mono: false },
    face('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  ],
  [
    'JetBrains Mono',
    { size: 9, weight: 400, mono: true },
    face('@expo-google-fonts/jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf'),
  ],
];
const SAMPLES = [
  'FS01',
  'Hyper-V cluster HV-CLU1',
  '6 nodes · 12 ports · 15.0 GB/s',
  'Gen3 ×8',
  '10.71.1.11',
  'Größe Ålesund Łódź Žilina',
  'Ελληνικά Кириллица',
  'a…b – c — d “e” € ≤ →',
];

describe('textWidth', () => {
  it.each(FACES)('is what fontkit lays out with %s', (_, style, font) => {
    for (const sample of SAMPLES) {
      const run = font.layout(sample, { kern: false, liga: false, calt: false, ccmp: false });
      const advance = run.glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0);
      const expected = (advance * style.size) / font.unitsPerEm;
      // The table is rounded to thousandths of the size per character.
      expect(Math.abs(textWidth(sample, style) - expected), sample).toBeLessThan(
        (sample.length * style.size) / 1000,
      );
    }
  });

  it('is never below what a page shows with kerning', () => {
    for (const [, style, font] of FACES) {
      for (const sample of SAMPLES) {
        const shown = (font.layout(sample).advanceWidth * style.size) / font.unitsPerEm;
        expect(textWidth(sample, style), sample).toBeGreaterThan(shown - 0.1);
      }
    }
  });

  it('counts a character outside the faces as a full em, and a pair of surrogates once', () => {
    const style = { size: 10, weight: 400, mono: false } as const;
    expect(textWidth('漢字', style)).toBe(20);
    expect(textWidth('😀', style)).toBe(10);
  });
});

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

describe('fitText', () => {
  const style = { size: 11, weight: 600, mono: false } as const;

  it('keeps what fits and cuts the rest with an ellipsis', () => {
    expect(fitText('TOR1', 100, style)).toBe('TOR1');
    expect(fitText('A very long name of a switch', 60, style)).toMatch(/^A very.*…$/);
    expect(fitText('TOR1', 2, style)).toBe('');
  });

  it('never gets wider than the room, and never cuts a character in half', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 1000 }),
        fc.integer({ min: 0, max: 300 }),
        (text, room) => {
          const fitted = fitText(text, room, style);
          expect(textWidth(fitted, style)).toBeLessThanOrEqual(room + 1e-9);
          expect(fitted).not.toMatch(LONE_SURROGATE);
          if (fitted !== text && fitted !== '') expect(text.startsWith(fitted.slice(0, -1))).toBe(true);
        },
      ),
    );
  });
});
