import { createRequire } from 'node:module';
import type { TCreatedPdf } from 'pdfmake/interfaces';

/** What pdfmake writes to: a document of pdfkit. */
export type PdfKitDocument = Awaited<ReturnType<TCreatedPdf['getStream']>>;

interface DocumentOptions {
  readonly autoFirstPage: false;
  /** No font to begin with; pdfkit would read that of Helvetica. */
  readonly font: null;
  readonly info: Readonly<Record<string, string | Date>>;
}

interface SvgOptions {
  readonly width: number;
  readonly height: number;
  /** Lengths in the SVG are points. */
  readonly assumePt: true;
  readonly fontCallback: (families: string, bold: boolean) => string;
}

interface LineBreaker {
  readonly nextBreak: () => { readonly position: number; readonly required: boolean } | null;
}

// What pdfmake is made of, without its own layout: that holds a report of a thousand devices in more than a gigabyte,
// and takes most of its time to ask for thirty properties of each word.
const packages = createRequire(createRequire(import.meta.url).resolve('pdfmake'));

/** Writes PDF. */
export const PdfKit = packages('pdfkit') as new (options: DocumentOptions) => PdfKitDocument;

/** Draws an SVG with pdfkit. */
export const { default: drawSvg } = packages('./3rd-party/svg-to-pdfkit.js') as {
  readonly default: (doc: PdfKitDocument, svg: string, x: number, y: number, options: SvgOptions) => void;
};

/** Where a text may be broken (Unicode Standard Annex 14). */
export const LineBreaks = packages('linebreak') as new (text: string) => LineBreaker;
