import { assert, must } from '../../shared/lib/assert.ts';
import type {
  PdfContent,
  PdfDefinition,
  PdfSvg,
  PdfTable,
  PdfText,
  PdfToc,
} from '../../shared/exports/index.ts';
import { NO_MARGIN, type Block, type Blocks } from './pdf-blocks.ts';
import type { Page } from './pdf-pages.ts';
import { tableRows } from './pdf-table.ts';
import type { Line } from './pdf-words.ts';

/** Portrait sizes in points. */
const PAPER = { A4: { width: 595.28, height: 841.89 }, LETTER: { width: 612, height: 792 } } as const;

/** A heading that stands in the contents. */
interface Listed {
  readonly node: PdfText;
  /** A name for its place. */
  readonly name: string;
  page: number;
}

/**
 * The pages of a document. Content runs down a page and on to the next; a row of a table stays on one, and a table
 * that goes on repeats its heading. Contents and footers are filled in when all pages are there.
 */
export function layPages(definition: PdfDefinition, blocks: Blocks): readonly Page[] {
  const [left, top, right, bottom] = definition.pageMargins;
  const pages: Page[] = [];
  const listed = new Map(headings(definition.content).map((node, i) => [node, listedAs(node, i)] as const));
  const later: (() => void)[] = [];
  let page = addPage('portrait');
  let y = top;

  function addPage(orientation: 'portrait' | 'landscape'): Page {
    const { width, height } = PAPER[definition.pageSize];
    const size = orientation === 'portrait' ? { width, height } : { width: height, height: width };
    const added: Page = { ...size, fills: [], rules: [], texts: [], drawings: [] };
    pages.push(added);
    return added;
  }

  function turnPage(orientation?: 'portrait' | 'landscape'): void {
    page = addPage(orientation ?? (page.width > page.height ? 'landscape' : 'portrait'));
    y = top;
  }

  const room = () => page.width - left - right;
  const below = () => page.height - bottom - y;

  /** Goes down, and to the next page where that is too far: no space is left at the top of a page. */
  function skip(points: number): void {
    if (points > 0 && points > below()) turnPage();
    else y += points;
  }

  function flow(node: PdfContent): void {
    if (typeof node === 'string') {
      flowText({ text: node });
      return;
    }
    if ('text' in node) {
      flowText(node);
      return;
    }
    const margin = ('margin' in node ? node.margin : undefined) ?? NO_MARGIN;
    assert(margin[0] === 0 && margin[2] === 0, 'only texts stand in from the margin of the page');
    skip(margin[1]);
    if ('stack' in node) node.stack.forEach(flow);
    else if ('table' in node) flowTable(node);
    else if ('svg' in node) flowDrawing(node);
    else if ('toc' in node) flowContents(node);
    else assert(false, 'columns stand in a footer only');
    skip(margin[3]);
  }

  function flowText(node: PdfText): void {
    if (node.pageBreak === 'before') turnPage(node.pageOrientation);
    const text = blocks.styled(node);
    const { look, margin } = text;
    skip(margin[1]);
    const inner = room() - margin[0] - margin[2];
    const heading = listed.get(node);
    blocks.linesOf(text, inner).forEach((line: Line, i) => {
      if (look.lineHeight > below() && y > top) turnPage();
      const anchor = heading && i === 0 ? { destination: heading.name } : {};
      if (heading && i === 0) heading.page = pages.length;
      blocks.placeLine(page, line, text, { x: left + margin[0], y, room: inner }, anchor);
      y += look.lineHeight;
    });
    skip(margin[3]);
  }

  function put(block: Block): void {
    block.place(page, left, y);
    y += block.height;
  }

  function flowTable(node: PdfTable): void {
    const rows = tableRows(node, room(), blocks);
    const { headerRows = 0, keepWithHeaderRows = 0 } = node.table;
    const head = rows.slice(0, headerRows);
    const together = headerRows === 0 ? 1 : headerRows + keepWithHeaderRows;
    if (heightOf(rows.slice(0, together)) > below()) turnPage();
    rows.forEach((row, i) => {
      if (i >= together && row.height > below()) {
        turnPage();
        head.forEach(put);
      }
      put(row);
    });
  }

  function flowDrawing({ svg, fit }: PdfSvg): void {
    const [whole, width, height] = must(SVG_SIZE.exec(svg), 'an SVG that says its size');
    const scale = Math.min(fit[0] / Number(width), fit[1] / Number(height));
    const box = { width: Number(width) * scale, height: Number(height) * scale };
    if (box.height > below() && y > top) turnPage();
    const sized = svg.replace(whole, `width="${box.width}" height="${box.height}"`);
    page.drawings.push({ svg: sized, ...box, x: left + (room() - box.width) / 2, y });
    y += box.height;
  }

  /** A line per heading with the number of its page, which is known at the end. */
  function flowContents({ toc: { title, textMargin } }: PdfToc): void {
    flow(title);
    const digits = blocks.extent({ text: '00000' }).max;
    const width = room() - CONTENTS.gap - digits;
    for (const entry of listed.values()) {
      const margin = entry.node.tocMargin ?? textMargin;
      const line = blocks.block({ text: entry.node.text, margin }, width, { goTo: entry.name });
      if (CONTENTS.above + line.height + CONTENTS.below > below()) turnPage();
      const [there, at] = [page, y + CONTENTS.above];
      line.place(there, left, at);
      later.push(() => {
        const number: PdfText = { text: String(entry.page), alignment: 'right', margin };
        blocks.block(number, digits, { goTo: entry.name }).place(there, left + width + CONTENTS.gap, at);
      });
      y = at + line.height + CONTENTS.below;
    }
  }

  definition.content.forEach(flow);
  for (const fill of later) fill();
  pages.forEach((each, i) => {
    const footer = blocks.block(definition.footer(i + 1, pages.length), each.width);
    footer.place(each, 0, each.height - bottom);
  });
  return pages;
}

/** The size on the root of an SVG; its view box scales the drawing to whatever stands here. */
const SVG_SIZE = /width="([\d.]+)" height="([\d.]+)"/;

/** Room above and below a line of the contents, and between heading and number. */
const CONTENTS = { above: 2, below: 2, gap: 8 } as const;

function listedAs(node: PdfText, i: number): Listed {
  return { node, name: `contents-${i}`, page: 0 };
}

/** The headings that stand in the contents, in their order. */
function headings(content: readonly PdfContent[]): readonly PdfText[] {
  return content.flatMap((node) => {
    if (typeof node === 'string') return [];
    if ('stack' in node) return headings(node.stack);
    return 'text' in node && node.tocItem === true ? [node] : [];
  });
}

function heightOf(rows: readonly Block[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}
