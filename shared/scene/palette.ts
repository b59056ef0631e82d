import type { Token } from './types.ts';

/** A colour for every token. */
export type Palette = Readonly<Record<Token, string>>;

/**
 * The colours of paper and of exported files. Text and letters reach 4.5:1, lines 3:1 on every ground they stand
 * on. Networks follow Okabe and Ito, darkened until white letters can be read on them.
 */
export const lightPalette: Palette = {
  card: '#ffffff',
  'card-line': '#b8c2ce',
  region: '#f4f7fc',
  'region-line': '#c9d4e5',
  panel: '#ffffff',
  slab: '#eef2f7',
  cage: '#ffffff',
  'cage-line': '#7f8b9c',
  text: '#1a2230',
  'text-soft': '#556275',
  accent: '#2563eb',
  fail: '#b42318',
  warn: '#975a00',
  info: '#0067a8',
  pass: '#0f7a55',
  bar: '#0f8a60',
  'bar-track': '#d5dde7',
  'light-core': '#ffffff',
  'on-net': '#ffffff',
  none: 'none',
  'net-0': '#0072b2',
  'net-1': '#c14f00',
  'net-2': '#007a56',
  'net-3': '#a8457f',
  'net-4': '#856300',
  'net-5': '#4b5bc4',
};

/** All tokens that name a colour. */
export const TOKENS: readonly Token[] = (Object.keys(lightPalette) as Token[]).filter(
  (token) => token !== 'none',
);
