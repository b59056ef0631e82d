/**
 * A report as plain data: what stands one below the other, with page breaks where they are wanted. The host sets it
 * (`src-main/services/pdf-flow.ts`) and knows no more than is declared here.
 */
export type PdfMargin = readonly [left: number, top: number, right: number, bottom: number];

/** What texts look like; lengths in points. */
export interface PdfStyle {
  readonly font?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly color?: string;
  /** A line's share of the height of its font. */
  readonly lineHeight?: number;
  readonly characterSpacing?: number;
  readonly margin?: PdfMargin;
  readonly alignment?: 'left' | 'right' | 'center';
}

export interface PdfText extends PdfStyle {
  readonly text: string;
  readonly style?: string;
  /** In a footer: the column it stands in. */
  readonly width?: number | 'auto' | '*';
  readonly pageBreak?: 'before';
  readonly pageOrientation?: 'portrait' | 'landscape';
  /** Stands in the contents, with another margin than they give. */
  readonly tocItem?: boolean;
  readonly tocMargin?: PdfMargin;
  readonly wordBreak?: 'break-all';
  /** In a table: how many columns it takes, and what lies behind it. */
  readonly colSpan?: number;
  readonly fillColor?: string;
}
export interface PdfStack {
  readonly stack: readonly PdfContent[];
  readonly margin?: PdfMargin;
}
/** Texts side by side, in a footer. */
export interface PdfColumns {
  readonly columns: readonly PdfText[];
  readonly margin?: PdfMargin;
}
/** Rows of cells that hold texts and stacks of them. No row is split; one at the top is on each page of the table. */
export interface PdfTable {
  readonly table: {
    readonly headerRows?: number;
    /** Rows that never part from the header. */
    readonly keepWithHeaderRows?: number;
    readonly widths: readonly (number | 'auto' | '*')[];
    readonly body: readonly (readonly PdfContent[])[];
  };
  readonly layout: string;
}
/** A drawing, centred and as large as it fits. */
export interface PdfSvg {
  readonly svg: string;
  readonly fit: readonly [width: number, height: number];
}
/** The contents: every heading that asks for it, with its page. */
export interface PdfToc {
  readonly toc: { readonly title: PdfText; readonly textMargin: PdfMargin };
  readonly margin?: PdfMargin;
}
export type PdfContent = string | PdfText | PdfStack | PdfColumns | PdfTable | PdfSvg | PdfToc;

/** A whole document as data; the footer is asked for each page. */
export interface PdfDefinition {
  readonly info: {
    readonly title: string;
    readonly author: string;
    readonly subject: string;
    readonly creator: string;
    readonly producer: string;
  };
  /** Date of the design's revision (YYYY-MM-DD), or empty; becomes the document's dates, no clock does. */
  readonly revisionDate: string;
  readonly pageSize: 'A4' | 'LETTER';
  readonly pageMargins: PdfMargin;
  readonly defaultStyle: PdfStyle;
  readonly styles: Readonly<Record<string, PdfStyle>>;
  readonly footer: (page: number, pages: number) => PdfColumns;
  readonly content: readonly PdfContent[];
}
