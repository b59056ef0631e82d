import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/lib/assert.ts';
import { TOKENS, lightPalette } from '../../../shared/scene/index.ts';

const css = readFileSync(
  fileURLToPath(new URL('../../../src-renderer/styles/tokens.css', import.meta.url)),
  'utf8',
);
const colours = new Map(
  [...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [
      must(name, 'name'),
      { light: must(light, 'light'), dark: must(dark, 'dark') },
    ],
  ),
);
const THEMES = ['light', 'dark'] as const;
const of = (name: string, theme: (typeof THEMES)[number]) => must(colours.get(name), `--${name}`)[theme];

/** WCAG 2.2: relative luminance of sRGB. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each(THEMES)('colours, %s', (theme) => {
  it('have a value for every token of the drawing', () => {
    for (const token of TOKENS) expect(colours.has(token), token).toBe(true);
  });

  it.each([
    [
      'text',
      ['surface', 'surface-2', 'surface-sunken', 'hover', 'selected', 'canvas', 'card', 'region', 'slab'],
    ],
    [
      'text-soft',
      ['surface', 'surface-2', 'surface-sunken', 'hover', 'selected', 'canvas', 'card', 'region', 'slab'],
    ],
    ['text', ['accent-soft', 'fail-soft', 'warn-soft', 'info-soft', 'pass-soft', 'control']],
    ['accent-text', ['surface', 'surface-2', 'hover', 'selected', 'accent-soft']],
    ['fail-text', ['surface', 'surface-2', 'hover', 'fail-soft']],
    ['warn-text', ['surface', 'surface-2', 'hover', 'warn-soft']],
    ['on-accent', ['accent-fill', 'accent-fill-hover']],
    ['fail', ['surface', 'fail-soft', 'canvas', 'card']],
    ['warn', ['surface', 'warn-soft', 'canvas', 'card']],
    ['info', ['surface', 'info-soft', 'canvas', 'card']],
    ['pass', ['surface', 'pass-soft', 'canvas', 'card']],
  ])('%s can be read on its grounds', (name, grounds) => {
    for (const ground of grounds) {
      expect(contrast(of(name, theme), of(ground, theme)), `${name} on ${ground}`).toBeGreaterThanOrEqual(
        4.5,
      );
    }
  });

  it('show networks, controls and focus on every ground they are drawn on', () => {
    for (let i = 0; i < 6; i++) {
      for (const ground of ['canvas', 'region', 'card']) {
        expect(
          contrast(of(`net-${i}`, theme), of(ground, theme)),
          `net-${i} on ${ground}`,
        ).toBeGreaterThanOrEqual(3);
      }
      expect(
        contrast(of('on-net', theme), of(`net-${i}`, theme)),
        `letter on net-${i}`,
      ).toBeGreaterThanOrEqual(4.5);
    }
    for (const [line, ground] of [
      ['control-line', 'control'],
      ['control-line', 'surface'],
      ['cage-line', 'card'],
      ['focus', 'surface'],
      ['focus', 'surface-2'],
      ['focus', 'selected'],
      ['focus', 'canvas'],
      ['focus', 'accent-soft'],
      ['found', 'canvas'],
      ['found', 'region'],
      ['found', 'card'],
      ['accent', 'surface'],
      ['control-line', 'surface-2'],
      ['accent', 'canvas'],
    ] as const) {
      expect(contrast(of(line, theme), of(ground, theme)), `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });
});

it('the screen in light and paper agree on the colours of networks', () => {
  for (let i = 0; i < 6; i++) {
    const token = `net-${i}` as keyof typeof lightPalette;
    expect(of(token, 'light')).toBe(lightPalette[token]);
  }
});

describe('every component', () => {
  const root = fileURLToPath(new URL('../../../src-renderer', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(svelte|css)$/.test(file) && !file.includes('node_modules'),
  );
  /** Declarations of one property in all styles but the tokens' own, with the file they stand in. */
  const declared = (property: RegExp) =>
    files
      .filter((file) => !file.endsWith('tokens.css'))
      .flatMap((file) => {
        const text = readFileSync(join(root, file), 'utf8');
        const style = file.endsWith('.css') ? text : (/<style>([^]*)<\/style>/.exec(text)?.[1] ?? '');
        return [...style.matchAll(/([a-z-]+):\s*([^;{}]+);/g)]
          .filter(([, name]) => property.test(name ?? ''))
          .map(([, name, value]) => `${file}: ${name ?? ''}: ${value ?? ''}`);
      });
  const others = (property: RegExp, allowed: RegExp) =>
    declared(property).filter((text) => !allowed.test(text));

  it('has its colours from the tokens', () => {
    const literal =
      /#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|oklch\(|:[^:]*\b(white|black|gr[ae]y|red|blue|green)(?!-)\b/i;
    expect(
      declared(/color|background|border|shadow|fill|stroke|outline/).filter((text) => literal.test(text)),
    ).toEqual([]);
  });

  it('has its type from five sizes and two weights', () => {
    expect(others(/^font-size$/, /: (11|12|13|15|20)px$|: inherit$/)).toEqual([]);
    expect(others(/^font-weight$/, /: (400|600|inherit)$/)).toEqual([]);
    expect(declared(/^font-size$/).length).toBeGreaterThan(50);
  });

  it('has its corners and its motion from the tokens', () => {
    expect(others(/^border-radius$/, /: ((var\(--radius[a-z-]*\)|0|50%|inherit)\s?)+(!important)?$/)).toEqual(
      [],
    );
    expect(others(/^(transition|animation)$/, /var\(--motion\)|: none$/)).toEqual([]);
  });

  it('stands on the grid: distances above 8 px are even, those of a whole panel multiples of 4', () => {
    const pixels = (text: string) => [...text.matchAll(/(\d+)px/g)].map(([, px]) => Number(px));
    const off = declared(/^(padding|margin|gap|row-gap|column-gap)(-[a-z]+)?$/).filter((text) =>
      pixels(text).some((px) => (px > 12 && px % 2 !== 0) || (px >= 32 && px % 4 !== 0)),
    );
    expect(off).toEqual([]);
  });

  it('keeps its focus to be seen', () => {
    // What draws no outline of its own shows the focus in another way in the same style.
    const files = new Set(others(/^outline$/, /: (2px|var)/).map((text) => text.split(':')[0] ?? ''));
    // The drawing paints its own ring, in canvas/Overlay.svelte.
    for (const file of [...files].filter((name) => !name.startsWith('canvas/'))) {
      expect(readFileSync(join(root, file), 'utf8'), file).toMatch(/:focus|focus-within|focusRing|--focus/);
    }
  });
});
