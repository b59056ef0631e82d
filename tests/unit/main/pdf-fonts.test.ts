import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { PDF_FONT_FILES, readTextFonts } from '../../../src-main/services/pdf-fonts.ts';

/** What fontkit reads of a font, as far as it concerns us. */
interface Read {
  readonly postscriptName: string;
  readonly head: { readonly checkSumAdjustment: number };
  readonly GSUB?: unknown;
}

const read = (bytes: Uint8Array) => create(Buffer.from(bytes)) as unknown as Read;

describe('fonts that set running text', () => {
  it('substitute nothing, and are no font that pdfkit takes for that of a file', () => {
    const files = PDF_FONT_FILES.map((file) => read(readFileSync(file)));
    for (const [, bytes] of readTextFonts()) {
      const font = read(bytes);
      const file = files.find(({ postscriptName }) => postscriptName === font.postscriptName);
      expect(font.GSUB).toBeFalsy();
      expect(file?.GSUB).toBeTruthy();
      expect(font.head.checkSumAdjustment).not.toBe(file?.head.checkSumAdjustment);
    }
  });
});
