import { once } from 'node:events';
import type { PdfDefinition } from '../../shared/exports/index.ts';
import { createBlocks } from './pdf-blocks.ts';
import { layPages } from './pdf-flow.ts';
import { PDF_FONT_FILES, readFontsInMemory } from './pdf-fonts.ts';
import { createGlyphGuard } from './pdf-glyphs.ts';
import { PdfKit, type PdfKitDocument } from './pdf-kit.ts';
import { paintPages } from './pdf-paint.ts';

/** Stands in for the date of a design that has none, so that two runs give the same bytes. */
const NO_DATE = '2000-01-01';

// Texts in mono stand beside texts in Inter, so a character must be in both.
const guard = createGlyphGuard(PDF_FONT_FILES);
const fonts = readFontsInMemory();

/**
 * Turns a document into PDF bytes. The same definition gives the same bytes: the dates are those of the design's
 * revision, and pdfkit derives the file's id from them and the other details.
 */
export async function renderPdf(definition: PdfDefinition): Promise<Uint8Array> {
  const doc = openDocument(definition);
  const blocks = createBlocks(definition, {
    widthOf: (text, { font, size, spacing }) => {
      doc.font(font);
      doc.fontSize(size);
      return doc.widthOfString(text) + spacing * (text.length - 1);
    },
    heightOf: (font, size) => {
      doc.font(font);
      doc.fontSize(size);
      return doc.currentLineHeight(false);
    },
  });
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  paintPages(doc, layPages(guard(definition), blocks));
  doc.end();
  await once(doc, 'end');
  return Buffer.concat(chunks);
}

function openDocument({ revisionDate, info }: PdfDefinition): PdfKitDocument {
  const date = new Date(`${revisionDate === '' ? NO_DATE : revisionDate}T00:00:00Z`);
  const { title, author, subject, creator, producer } = info;
  const told = Object.entries({
    Title: title,
    Author: author,
    Subject: subject,
    Creator: creator,
    Producer: producer,
  });
  const doc = new PdfKit({
    autoFirstPage: false,
    font: null,
    info: {
      ...Object.fromEntries(told.filter(([, value]) => value !== '')),
      CreationDate: date,
      ModDate: date,
    },
  });
  for (const [name, bytes] of fonts) doc.registerFont(name, bytes);
  return doc;
}
