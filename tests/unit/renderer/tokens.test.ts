import { readFileSync } from 'node:fs';
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
    ['accent-text', ['surface', 'surface-2', 'hover', 'accent-soft']],
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
