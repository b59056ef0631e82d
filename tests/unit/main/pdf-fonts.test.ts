import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { PDF_FONT_FILES, readFontsInMemory } from '../../../src-main/services/pdf-fonts.ts';

/** What fontkit reads of a font, as far as it concerns us. */
interface Read {
  readonly postscriptName: string;
  readonly head: { readonly checkSumAdjustment: number };
  readonly GSUB?: unknown;
  readonly layout: (
    text: string,
    features?: readonly string[],
  ) => { readonly glyphs: readonly { readonly id: number; readonly advanceWidth: number }[] };
}

const read = (bytes: Uint8Array) => create(Buffer.from(bytes)) as unknown as Read;
const files = PDF_FONT_FILES.map((file) => read(readFileSync(file)));
const inMemory = readFontsInMemory().map(([name, bytes]) => ({ name, font: read(bytes) }));
const fileOf = (font: Read) => files.find(({ postscriptName }) => postscriptName === font.postscriptName)!;

describe('fonts kept in memory', () => {
  it('are none that pdfkit takes for that of a file or for one another', () => {
    const fonts = [...files, ...inMemory.map(({ font }) => font)];
    const told = fonts.map(({ postscriptName, head }) => `${postscriptName} ${head.checkSumAdjustment}`);
    expect(new Set(told).size).toBe(fonts.length);
  });

  it('substitute nothing in running text', () => {
    for (const { font } of inMemory.filter(({ name }) => name.endsWith('-text'))) {
      expect(font.GSUB).toBeFalsy();
      expect(fileOf(font).GSUB).toBeTruthy();
    }
  });

  it('set figures unasked as a file sets them when asked for digits of one width', () => {
    const figures = inMemory.filter(({ name }) => name.endsWith('-figures'));
    expect(figures).toHaveLength(2);
    for (const { font } of figures) {
      const digits = font.layout('0123456789').glyphs;
      expect(new Set(digits.map(({ advanceWidth }) => advanceWidth)).size).toBe(1);
      for (const text of ['0123456789', '97.9', '-', 'none', '1,110 x']) {
        const glyphs = (run: ReturnType<Read['layout']>) => run.glyphs.map(({ id }) => id);
        expect(glyphs(font.layout(text))).toEqual(glyphs(fileOf(font).layout(text, ['tnum'])));
      }
    }
  });
});
