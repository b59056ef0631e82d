/**
 * The part of pdfmake's document definition that our reports use. Declared here because pdfmake's own types
 * bring Node's globals into code that must not see them.
 */
export type PdfMargin = readonly [left: number, top: number, right: number, bottom: number];

interface PdfCommon {
  readonly style?: string | readonly string[];
  readonly margin?: PdfMargin;
  readonly alignment?: 'left' | 'right' | 'center';
  readonly color?: string;
  readonly fontSize?: number;
  readonly font?: string;
  readonly bold?: boolean;
  readonly width?: number | 'auto' | '*';
  readonly pageBreak?: 'before' | 'after';
  readonly pageOrientation?: 'portrait' | 'landscape';
  readonly unbreakable?: boolean;
  readonly headlineLevel?: number;
}

export interface PdfText extends PdfCommon {
  readonly text: string | readonly (string | PdfText)[];
  readonly tocItem?: boolean;
  readonly tocMargin?: PdfMargin;
  readonly wordBreak?: 'normal' | 'break-all';
  readonly lineHeight?: number;
  readonly noWrap?: boolean;
  readonly colSpan?: number;
  readonly fillColor?: string;
  readonly characterSpacing?: number;
}
export interface PdfStack extends PdfCommon {
  readonly stack: readonly PdfContent[];
  readonly colSpan?: number;
  readonly fillColor?: string;
}
export interface PdfColumns extends PdfCommon {
  readonly columns: readonly PdfContent[];
  readonly columnGap?: number;
}
export interface PdfTable extends PdfCommon {
  readonly table: {
    readonly headerRows?: number;
    readonly keepWithHeaderRows?: number;
    readonly dontBreakRows?: boolean;
    readonly widths: readonly (number | 'auto' | '*')[];
    readonly body: readonly (readonly PdfContent[])[];
  };
  readonly layout?: string;
}
export interface PdfSvg extends PdfCommon {
  readonly svg: string;
  readonly fit?: readonly [width: number, height: number];
}
export interface PdfToc {
  readonly toc: {
    readonly title?: PdfText;
    readonly textMargin?: PdfMargin;
    readonly numberStyle?: { readonly color: string };
  };
  readonly margin?: PdfMargin;
}
export interface PdfCanvas extends PdfCommon {
  readonly canvas: readonly {
    readonly type: 'rect' | 'line';
    readonly x?: number;
    readonly y?: number;
    readonly w?: number;
    readonly h?: number;
    readonly x1?: number;
    readonly y1?: number;
    readonly x2?: number;
    readonly y2?: number;
    readonly r?: number;
    readonly color?: string;
    readonly lineColor?: string;
    readonly lineWidth?: number;
  }[];
}
export type PdfContent = string | PdfText | PdfStack | PdfColumns | PdfTable | PdfSvg | PdfToc | PdfCanvas;

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
  readonly defaultStyle: PdfCommon & { readonly lineHeight?: number };
  readonly styles: Readonly<
    Record<string, PdfCommon & { readonly lineHeight?: number; readonly characterSpacing?: number }>
  >;
  readonly footer: (page: number, pages: number) => PdfContent;
  readonly content: readonly PdfContent[];
}
