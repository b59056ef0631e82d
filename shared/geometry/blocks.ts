/** A rectangle of things placed as one; what is in it is given by its top left corner. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly at: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}

/** Something to place. */
export interface Sized {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** Free space around a block. */
interface Padding {
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
}

/** The block of one thing alone. */
export function single({ id, width, height }: Sized): Block {
  return { width, height, at: [{ id, x: 0, y: 0 }] };
}

/** Things in rows, on columns as wide as the widest of them. */
export function grid(rows: readonly (readonly Sized[])[], gap: number, rowGap: number): Block {
  const items = rows.flat();
  const cellWidth = Math.max(0, ...items.map((item) => item.width));
  const cellHeight = Math.max(0, ...items.map((item) => item.height));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return {
    width: columns * cellWidth + (columns - 1) * gap,
    height: rows.length * cellHeight + (rows.length - 1) * rowGap,
    at: rows.flatMap((row, r) =>
      row.map(({ id }, i) => ({ id, x: i * (cellWidth + gap), y: r * (cellHeight + rowGap) })),
    ),
  };
}

/** A block with free space around what is in it. */
export function pad({ width, height, at }: Block, { side, top, bottom }: Padding): Block {
  return {
    width: width + 2 * side,
    height: height + top + bottom,
    at: at.map(({ id, x, y }) => ({ id, x: x + side, y: y + top })),
  };
}

/** Blocks under each other, each centred under the widest; empty ones take no room. */
export function stack(blocks: readonly Block[], gap: number): Block {
  const filled = blocks.filter((block) => block.at.length > 0);
  const width = Math.max(0, ...filled.map((block) => block.width));
  const at: Block['at'][number][] = [];
  let top = 0;
  for (const block of filled) {
    const left = halfOnGrid(width - block.width);
    for (const { id, x, y } of block.at) at.push({ id, x: left + x, y: top + y });
    top += block.height + gap;
  }
  return { width, height: Math.max(0, top - gap), at };
}

/** Blocks beside each other, in further rows when they grow too wide; each row is centred. */
export function shelf(blocks: readonly Block[], gap: number, maxWidth: number, rowGap = 2 * gap): Block {
  const rows: Block[][] = [];
  let width = 0;
  for (const block of blocks) {
    if (rows.length === 0 || width + gap + block.width > maxWidth) {
      rows.push([]);
      width = -gap;
    }
    rows.at(-1)?.push(block);
    width += gap + block.width;
  }
  const rowWidth = (row: readonly Block[]) => row.reduce((sum, block) => sum + block.width + gap, -gap);
  const widest = Math.max(0, ...rows.map(rowWidth));
  const at: Block['at'][number][] = [];
  let top = 0;
  for (const row of rows) {
    let left = halfOnGrid(widest - rowWidth(row));
    for (const block of row) {
      for (const { id, x, y } of block.at) at.push({ id, x: left + x, y: top + y });
      left += block.width + gap;
    }
    top += Math.max(...row.map((block) => block.height)) + rowGap;
  }
  return { width: widest, height: Math.max(0, top - rowGap), at };
}

/** Half of a length, on the grid of 4 units. */
function halfOnGrid(length: number): number {
  return Math.floor(length / 8) * 4;
}
