import { lightPalette } from '../../scene/index.ts';
import type { Paper } from '../define.ts';
import type { PdfContent, PdfDefinition, PdfMargin, PdfText } from './document.ts';

/** Millimetres to PDF points. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

const MARGIN = mm(18);
export const PAGE_MARGINS: PdfMargin = [MARGIN, MARGIN, MARGIN, mm(20)];

const PAPER_SIZE: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  A4: [595.28, 841.89],
  LETTER: [612, 792],
};

/** Room between the margins of a portrait page, in points. */
export function textArea(paper: Paper): { readonly width: number; readonly height: number } {
  const [width, height] = PAPER_SIZE[paper];
  return { width: width - 2 * MARGIN, height: height - MARGIN - mm(20) };
}

export const INK = lightPalette.text;
export const SOFT = lightPalette['text-soft'];
export const ACCENT = lightPalette.accent;
export const TINT = lightPalette.region;

/** Families without ligatures: a name is printed as it was typed. */
export const TEXT = 'Inter Text';
export const MONO = 'JetBrains Mono Text';

/** Sizes follow the screen: 20, 15, 13, 11 and smaller for dense tables. */
export const STYLES: PdfDefinition['styles'] = {
  wordmark: { fontSize: 9, bold: true, color: ACCENT, characterSpacing: 1.6 },
  title: { fontSize: 26, bold: true, lineHeight: 1.15 },
  h1: { fontSize: 15, bold: true, margin: [0, 0, 0, 8] },
  h2: { fontSize: 11, bold: true, margin: [0, 12, 0, 4] },
  part: { fontSize: 7.5, bold: true, color: ACCENT, margin: [0, 0, 0, 2] },
  lead: { fontSize: 9.5, color: SOFT, margin: [0, 0, 0, 8] },
  label: { fontSize: 7.5, color: SOFT },
  figure: { fontSize: 20, bold: true },
  head: { fontSize: 7.5, bold: true, color: SOFT },
  cell: { fontSize: 8 },
  soft: { fontSize: 8, color: SOFT },
  mono: { fontSize: 7.5, font: MONO },
  section: { fontSize: 8.5, bold: true, color: ACCENT },
  footer: { fontSize: 7.5, color: SOFT },
};

/** Longest run without a place to break that a table cell can hold. */
const LONG_RUN = 24;

/** Text that always stays inside its column: runs too long for a cell may break anywhere. */
export function cell(text: string | number, style = 'cell', more: Partial<PdfText> = {}): PdfText {
  const content = String(text);
  const long = content.split(/[\s\u00ad-]/).some((run) => run.length > LONG_RUN);
  return { text: content, style, ...(long ? { wordBreak: 'break-all' as const } : {}), ...more };
}

/** Digits of one width, so that they stand below each other. */
const FIGURES = 'Inter Figures';

/** Room right of a number, so that it does not run into the words of the next column. */
const AFTER_NUMBER: PdfMargin = [0, 0, 6, 0];

/** A number: right-aligned, so that digits stand below digits. */
export function number(value: number | string, more: Partial<PdfText> = {}): PdfText {
  return cell(value, 'cell', { font: FIGURES, alignment: 'right', margin: AFTER_NUMBER, ...more });
}

/** Headings of a table; those in `right` stand over numbers. */
export function heads(names: readonly string[], right: readonly string[] = []): PdfText[] {
  return names.map((name) =>
    cell(name, 'head', right.includes(name) ? { alignment: 'right', margin: AFTER_NUMBER } : {}),
  );
}

/** A heading that begins a page and stands in the contents. */
export function chapter(title: string, more: Partial<PdfText> = {}): PdfText {
  return { text: title, style: 'h1', tocItem: true, tocMargin: [0, 3, 0, 0], pageBreak: 'before', ...more };
}

/** The heading of a device's sheet, on a new page, under the name of its part of the report. */
export function sheetTitle(part: string, title: string, first: boolean): PdfContent {
  const above: PdfText = { text: part, style: 'part', pageBreak: 'before' };
  const listed: PdfText = { ...above, tocItem: true, tocMargin: [0, 3, 0, 0] };
  return { stack: [first ? listed : above, cell(title, 'h1')] };
}

/** A table with hairlines below its rows, its header repeated on every page and no row split in two. */
export function table(
  widths: readonly (number | 'auto' | '*')[],
  head: readonly PdfText[],
  rows: readonly (readonly PdfContent[])[],
): PdfContent {
  return {
    layout: 'hairlines',
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths, body: [head, ...rows] },
  };
}

/** Pairs of a name and a value, one below the other. */
export function facts(
  pairs: readonly (readonly [name: string, value: string, mono?: boolean])[],
  nameWidth = 110,
): PdfContent {
  return {
    layout: 'hairlines',
    table: {
      dontBreakRows: true,
      widths: [nameWidth, '*'],
      body: pairs.map(([name, value, mono]) => [
        cell(name, 'soft'),
        cell(value === '' ? '-' : value, mono ? 'mono' : 'cell'),
      ]),
    },
  };
}
