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

/** Fonts kept in memory, each a file with its substitutions of glyphs changed. */
const IN_MEMORY = {
  'inter-regular-text': [FILES.regular, withoutSubstitution],
  'inter-semibold-text': [FILES.semibold, withoutSubstitution],
  'jetbrains-mono-text': [FILES.mono, withoutSubstitution],
  'inter-regular-figures': [FILES.regular, withEvenFigures],
  'inter-semibold-figures': [FILES.semibold, withEvenFigures],
} as const;

/**
 * The families a report may name. The plain ones come from their files, which is where drawings (SVG) need them.
 * The `Text` ones set running text, `Inter Figures` numbers that stand below each other.
 */
export const PDF_FONTS = {
  Inter: faces(FILES.regular, FILES.semibold),
  'JetBrains Mono': faces(FILES.mono, FILES.mono),
  'Inter Text': faces('inter-regular-text', 'inter-semibold-text'),
  'JetBrains Mono Text': faces('jetbrains-mono-text', 'jetbrains-mono-text'),
  'Inter Figures': faces('inter-regular-figures', 'inter-semibold-figures'),
};

/** The files a report may read, and the fonts that decide which characters can be printed. */
export const PDF_FONT_FILES: readonly string[] = [FILES.regular, FILES.semibold, FILES.mono];

/** Bytes of the fonts in memory, by the names that `PDF_FONTS` uses. */
export function readFontsInMemory(): readonly (readonly [name: string, bytes: Buffer])[] {
  return Object.entries(IN_MEMORY).map(([name, [file, change]], i) => {
    const font = readFileSync(file);
    change(font);
    makeDistinct(font, i + 1);
    return [name, font] as const;
  });
}

/**
 * Takes the GSUB table (OpenType glyph substitution) away, by renaming its entry. Ligatures would turn `->` in a
 * name into an arrow, and looking for them is half of the work of setting a page.
 */
function withoutSubstitution(font: Buffer): void {
  font.write('gsub', tableEntry(font, 'GSUB'), 'latin1');
}

/**
 * Digits of one width wherever the font is used. Asked for as a feature (`tnum`) pdfkit would lay out every number
 * anew; what a font does unasked it keeps by word. So `tnum` gets the name of a feature that is always on, and all
 * others one that nobody asks for.
 */
function withEvenFigures(font: Buffer): void {
  const gsub = tableAt(font, 'GSUB');
  const features = gsub + font.readUInt16BE(gsub + FEATURES_IN_GSUB);
  const count = font.readUInt16BE(features);
  for (let i = 0; i < count; i++) {
    const at = features + 2 + i * FEATURE_ENTRY;
    font.write(font.toString('latin1', at, at + 4) === 'tnum' ? 'calt' : 'none', at, 'latin1');
  }
}

/**
 * Another sum than that of any other font here: pdfkit takes two fonts of one name and one sum for the same, and would
 * set drawings with a changed one, after reading the whole font file again for each of their texts.
 */
function makeDistinct(font: Buffer, by: number): void {
  const sum = tableAt(font, 'head') + SUM_IN_HEAD;
  font.writeUInt32BE((font.readUInt32BE(sum) ^ by) >>> 0, sum);
}

/** Bytes before the table directory of a TrueType file, and of each of its entries. */
const HEADER = 12;
const ENTRY = 16;

/** Where an entry of the table directory says where its table begins, and where `head` has the sum over the file. */
const OFFSET_IN_ENTRY = 8;
const SUM_IN_HEAD = 8;

/** Where GSUB says where its list of features begins, and the bytes of each feature in it: its tag and an offset. */
const FEATURES_IN_GSUB = 6;
const FEATURE_ENTRY = 6;

function tableEntry(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let at = HEADER; at < HEADER + tables * ENTRY; at += ENTRY) {
    if (font.toString('latin1', at, at + 4) === tag) return at;
  }
  throw new Error(`A font of the report has no table ${tag}.`);
}

function tableAt(font: Buffer, tag: string): number {
  return font.readUInt32BE(tableEntry(font, tag) + OFFSET_IN_ENTRY);
}
