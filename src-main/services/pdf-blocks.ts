import { assert, must } from '../../shared/lib/assert.ts';
import type {
  PdfColumns,
  PdfContent,
  PdfDefinition,
  PdfMargin,
  PdfText,
} from '../../shared/exports/index.ts';
import { columnWidths } from './pdf-columns.ts';
import { PDF_FONTS } from './pdf-fonts.ts';
import type { Page, PlacedText } from './pdf-pages.ts';
import { breakLines, extentOf, wordsOf, type Line, type Look, type WidthOf, type Word } from './pdf-words.ts';

/** What a font says about text set in it. */
export interface Metrics {
  readonly widthOf: WidthOf;
  /** Height of a font from its deepest to its highest point. */
  readonly heightOf: (font: string, size: number) => number;
}

/** What stands together on one page, ready to be put there. */
export interface Block {
  readonly height: number;
  readonly place: (page: Page, x: number, y: number) => void;
}

/** Names and links of a text's place. */
export type Anchor = Pick<PlacedText, 'destination' | 'goTo'>;

/** Sets texts and what is made of them. */
export interface Blocks {
  readonly styled: (node: PdfText) => StyledText;
  readonly linesOf: (text: StyledText, room: number) => readonly Line[];
  /** Writes a line between `x` and `x + room`. */
  readonly placeLine: (page: Page, line: Line, text: StyledText, at: LinePlace, anchor?: Anchor) => void;
  readonly block: (node: PdfContent, room: number, anchor?: Anchor) => Block;
  /** The narrowest and widest that a node can be, with its margins. */
  readonly extent: (node: PdfContent) => { readonly min: number; readonly max: number };
}

interface LinePlace {
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

/** A text with its styles followed. */
export interface StyledText {
  readonly text: string;
  readonly look: Look;
  readonly alignment: 'left' | 'right' | 'center';
  readonly margin: PdfMargin;
  /** May be broken between any two characters. */
  readonly anywhere: boolean;
}

export const NO_MARGIN: PdfMargin = [0, 0, 0, 0];

type Styles = Pick<PdfDefinition, 'styles' | 'defaultStyle'>;

export function createBlocks({ styles, defaultStyle }: Styles, metrics: Metrics): Blocks {
  const { widthOf } = metrics;
  const looks = new Map<string, Look>();
  // A report says the same few thousand things in many cells.
  const words = new Map<Look, Map<string, readonly Word[]>>();
  const lines = new Map<Look, Map<string, readonly Line[]>>();

  function styled(node: PdfText): StyledText {
    const named = node.style === undefined ? {} : must(styles[node.style], `a style ${node.style}`);
    const all = { ...defaultStyle, ...named, ...node };
    return {
      text: node.text.replaceAll('\t', '    '),
      look: lookOf(all),
      alignment: all.alignment ?? 'left',
      margin: all.margin ?? NO_MARGIN,
      anywhere: node.wordBreak === 'break-all',
    };
  }

  function lookOf(style: Partial<PdfText>): Look {
    const family = PDF_FONTS[must(style.font, 'a font') as keyof typeof PDF_FONTS];
    const font = style.bold === true ? family.bold : family.normal;
    const size = must(style.fontSize, 'a font size');
    const color = must(style.color, 'a colour');
    const { characterSpacing: spacing = 0, lineHeight = 1 } = style;
    const key = `${font} ${size} ${color} ${spacing} ${lineHeight}`;
    return kept(looks, key, () => {
      return { font, size, color, spacing, lineHeight: metrics.heightOf(font, size) * lineHeight };
    });
  }

  function wordsIn({ text, look, anywhere }: StyledText): readonly Word[] {
    const ofLook = kept(words, look, () => new Map<string, readonly Word[]>());
    return kept(ofLook, `${anywhere} ${text}`, () => wordsOf(text, look, anywhere, widthOf));
  }

  function linesOf(text: StyledText, room: number): readonly Line[] {
    const ofLook = kept(lines, text.look, () => new Map<string, readonly Line[]>());
    return kept(ofLook, `${room} ${text.anywhere} ${text.text}`, () =>
      breakLines(wordsIn(text), room, text.look, widthOf),
    );
  }

  function placeLine(
    page: Page,
    line: Line,
    { look, alignment }: StyledText,
    { x, y, room }: LinePlace,
    anchor: Anchor = {},
  ): void {
    const share = { left: 0, center: 0.5, right: 1 }[alignment];
    const start = x + (room - line.width) * share;
    for (const run of line.runs) page.texts.push({ text: run.text, x: start + run.x, y, look, ...anchor });
  }

  function textBlock(node: PdfText, room: number, anchor?: Anchor): Block {
    const text = styled(node);
    const { look, margin } = text;
    const inner = room - margin[0] - margin[2];
    const set = linesOf(text, inner);
    return {
      height: margin[1] + set.length * look.lineHeight + margin[3],
      place: (page, x, y) => {
        set.forEach((line, i) => {
          const at = { x: x + margin[0], y: y + margin[1] + i * look.lineHeight, room: inner };
          placeLine(page, line, text, at, anchor);
        });
      },
    };
  }

  function columnsBlock(node: PdfColumns, room: number): Block {
    const columns = node.columns.map((column) => ({ width: column.width ?? '*', ...extent(column) }));
    const widths = columnWidths(columns, room);
    const blocks = node.columns.map((column, i) => block(column, widths[i] ?? 0));
    return {
      height: Math.max(0, ...blocks.map(({ height }) => height)),
      place: (page, x, y) => {
        let at = x;
        blocks.forEach((each, i) => {
          each.place(page, at, y);
          at += widths[i] ?? 0;
        });
      },
    };
  }

  function block(node: PdfContent, room: number, anchor?: Anchor): Block {
    if (typeof node === 'string') return textBlock({ text: node }, room, anchor);
    if ('text' in node) return textBlock(node, room, anchor);
    assert('stack' in node || 'columns' in node, 'only texts, stacks and columns stand in a cell');
    const margin = node.margin ?? NO_MARGIN;
    const inner = room - margin[0] - margin[2];
    const parts =
      'stack' in node ? node.stack.map((part) => block(part, inner)) : [columnsBlock(node, inner)];
    const height = parts.reduce((sum, part) => sum + part.height, 0);
    return {
      height: margin[1] + height + margin[3],
      place: (page, x, y) => {
        let at = y + margin[1];
        for (const part of parts) {
          part.place(page, x + margin[0], at);
          at += part.height;
        }
      },
    };
  }

  function extent(node: PdfContent): { readonly min: number; readonly max: number } {
    if (typeof node === 'string') return extent({ text: node });
    if ('text' in node) {
      const text = styled(node);
      return widened(extentOf(wordsIn(text)), text.margin);
    }
    assert('stack' in node, 'only texts and stacks have a width of their own');
    const parts = node.stack.map(extent);
    const widest = {
      min: Math.max(0, ...parts.map(({ min }) => min)),
      max: Math.max(0, ...parts.map(({ max }) => max)),
    };
    return widened(widest, node.margin ?? NO_MARGIN);
  }

  return { styled, linesOf, placeLine, block, extent };
}

function widened({ min, max }: { readonly min: number; readonly max: number }, margin: PdfMargin) {
  const sides = margin[0] + margin[2];
  return { min: min + sides, max: max + sides };
}

/** What a map has for a key, made when it is asked for first. */
function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
