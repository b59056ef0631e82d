import { must } from '../../shared/lib/assert.ts';
import type { PdfContent, PdfTable } from '../../shared/exports/index.ts';
import type { Block, Blocks } from './pdf-blocks.ts';
import { columnWidths, type Column } from './pdf-columns.ts';
import { TABLE_LOOKS, type TableLook } from './pdf-layouts.ts';

/** Each row of a table as a block as wide as the table. */
export function tableRows({ table, layout }: PdfTable, room: number, blocks: Blocks): readonly Block[] {
  const look = must(TABLE_LOOKS[layout], `a table style ${layout}`);
  const grid = gridOf(table, look, room, blocks);
  return table.body.map((row) => rowBlock(row, grid, look, blocks));
}

/** Where columns stand: the text of each from `at` on, the cells with their paddings between the `edges`. */
interface Grid {
  readonly widths: readonly number[];
  readonly at: readonly number[];
  readonly edges: readonly number[];
}

function gridOf({ widths, body }: PdfTable['table'], look: TableLook, room: number, blocks: Blocks): Grid {
  const count = widths.length;
  const columns = widths.map((width, i): Column => {
    if (typeof width === 'number') return { width, min: width, max: width };
    // A cell that spans columns widens none of them.
    const cells = body.flatMap((row) => row[i] ?? []).filter((cell) => spanOf(cell) === 1);
    const extents = cells.map((cell) => blocks.extent(cell));
    const min = Math.max(...extents.map((extent) => extent.min));
    return { width, min, max: Math.max(...extents.map((extent) => extent.max)) };
  });
  const paddings = widths.map((_, i) => ({ left: look.left(i), right: look.right(i, count) }));
  const padding = paddings.reduce((sum, { left, right }) => sum + left + right, 0);
  const set = columnWidths(columns, room - padding);
  const edges = [0];
  const at = paddings.map(({ left, right }, i) => {
    const edge = edges[i] ?? 0;
    edges.push(edge + left + (set[i] ?? 0) + right);
    return edge + left;
  });
  return { widths: set, at, edges };
}

function rowBlock(row: readonly PdfContent[], grid: Grid, look: TableLook, blocks: Blocks): Block {
  const cells: {
    readonly block: Block;
    readonly first: number;
    readonly fill: string | null;
    readonly end: number;
  }[] = [];
  for (let i = 0; i < row.length;) {
    const cell = must(row[i], 'a cell');
    const end = i + spanOf(cell);
    const last = end - 1;
    const width = (grid.at[last] ?? 0) + (grid.widths[last] ?? 0) - (grid.at[i] ?? 0);
    cells.push({ block: blocks.block(cell, width), first: i, fill: fillOf(cell), end });
    i = end;
  }
  const height = look.above + Math.max(0, ...cells.map(({ block }) => block.height)) + look.below;
  const thickness = look.rule?.thickness ?? 0;
  const edge = (i: number) => grid.edges[i] ?? 0;
  return {
    height: height + thickness,
    place: (page, x, y) => {
      for (const { block, first, fill, end } of cells) {
        if (fill !== null) {
          const box = { x: x + edge(first), y, width: edge(end) - edge(first), height: height + thickness };
          page.fills.push({ ...box, color: fill });
        }
        block.place(page, x + (grid.at[first] ?? 0), y + look.above);
      }
      if (look.rule)
        page.rules.push({ x, y: y + height + thickness / 2, width: edge(row.length), ...look.rule });
    },
  };
}

function spanOf(cell: PdfContent): number {
  return typeof cell === 'string' || !('colSpan' in cell) ? 1 : (cell.colSpan ?? 1);
}

function fillOf(cell: PdfContent): string | null {
  return typeof cell === 'string' || !('fillColor' in cell) ? null : (cell.fillColor ?? null);
}
