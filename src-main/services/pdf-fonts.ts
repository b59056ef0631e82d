import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const packages = createRequire(import.meta.url);
const inter = (face: string) => packages.resolve(`@expo-google-fonts/inter/${face}.ttf`);

const FILES = {
  regular: inter('400Regular/Inter_400Regular'),
  semibold: inter('600SemiBold/Inter_600SemiBold'),
  mono: packages.resolve('@expo-google-fonts/jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf'),
} as const;

/** One face for all: our reports use no italics, and code is never bold. */
function faces(normal: string, bold: string) {
  return { normal, bold, italics: normal, bolditalics: bold };
}

const TEXT = {
  'inter-regular-text': FILES.regular,
  'inter-semibold-text': FILES.semibold,
  'jetbrains-mono-text': FILES.mono,
} as const;

/**
 * The families a report may name. The plain ones come from their files: drawings (SVG) can use no others, and
 * figures need their feature `tnum`. The `Text` ones are kept in memory and set running text.
 */
export const PDF_FONTS = {
  Inter: faces(FILES.regular, FILES.semibold),
  'JetBrains Mono': faces(FILES.mono, FILES.mono),
  'Inter Text': faces('inter-regular-text', 'inter-semibold-text'),
  'JetBrains Mono Text': faces('jetbrains-mono-text', 'jetbrains-mono-text'),
};

/** The files a report may read, and the fonts that decide which characters can be printed. */
export const PDF_FONT_FILES: readonly string[] = [FILES.regular, FILES.semibold, FILES.mono];

/** Bytes of the fonts in memory, by the names that `PDF_FONTS` uses. */
export function readTextFonts(): readonly (readonly [name: string, bytes: Buffer])[] {
  return Object.entries(TEXT).map(([name, file]) => [name, withoutSubstitution(readFileSync(file))] as const);
}

/** Bytes before the table directory of a TrueType file, and of each of its entries. */
const HEADER = 12;
const ENTRY = 16;

/** Where an entry of the table directory says where its table begins, and where `head` has the sum over the file. */
const OFFSET_IN_ENTRY = 8;
const SUM_IN_HEAD = 8;

/**
 * The font without its GSUB table (OpenType glyph substitution), by renaming the table's entry. Ligatures would
 * turn `->` in a name into an arrow, and looking for them is half of the work of setting a page.
 *
 * Its sum is another one too, as it is of any other file: pdfkit takes two fonts of one name and one sum for the same,
 * and would set drawings with this one, after reading the whole font file again for each of their texts.
 */
function withoutSubstitution(font: Buffer): Buffer {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const at = HEADER + i * ENTRY;
    const tag = font.toString('latin1', at, at + 4);
    if (tag === 'GSUB') font.write('gsub', at, 'latin1');
    if (tag === 'head') {
      const sum = font.readUInt32BE(at + OFFSET_IN_ENTRY) + SUM_IN_HEAD;
      font.writeUInt32BE(~font.readUInt32BE(sum) >>> 0, sum);
    }
  }
  return font;
}
