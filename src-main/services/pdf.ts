import { createRequire } from 'node:module';
import type * as Pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import type { PdfDefinition } from '../../shared/exports/index.ts';
import { PDF_FONTS, PDF_FONT_FILES, readFontsInMemory } from './pdf-fonts.ts';
import { createGlyphGuard } from './pdf-glyphs.ts';
import { PDF_TABLE_LAYOUTS } from './pdf-layouts.ts';

const packages = createRequire(import.meta.url);
// pdfmake exports one object whose methods need it as `this`; named imports would tear them off.
// Its types leave out the file system in memory that fonts can be given in.
const pdfmake = packages('pdfmake') as typeof Pdfmake & {
  readonly virtualfs: { readonly writeFileSync: (name: string, bytes: Uint8Array) => void };
};

/** Stands in for the date of a design that has none, so that two runs give the same bytes. */
const NO_DATE = '2000-01-01';

// Texts in mono stand beside texts in Inter, so a character must be in both.
const guard = createGlyphGuard(PDF_FONT_FILES);

for (const [name, bytes] of readFontsInMemory()) pdfmake.virtualfs.writeFileSync(name, bytes);
pdfmake.setFonts(PDF_FONTS);
pdfmake.setTableLayouts(PDF_TABLE_LAYOUTS);
// A document names nothing outside itself: no page of ours fetches anything, and only the fonts are read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => PDF_FONT_FILES.includes(path));

/**
 * Turns a document into PDF bytes. The same definition gives the same bytes: the dates are those of the design's
 * revision, and pdfkit derives the file's id from them and the other details.
 */
export async function renderPdf(definition: PdfDefinition): Promise<Uint8Array> {
  const { revisionDate, info, ...rest } = definition;
  const date = new Date(`${revisionDate === '' ? NO_DATE : revisionDate}T00:00:00Z`);
  // pdfmake writes into what it is given; the guard's result is a copy.
  const document = { ...guard(rest), info: { ...info, creationDate: date, modDate: date } };
  return pdfmake.createPdf(document as unknown as TDocumentDefinitions).getBuffer();
}
