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

/** Space that a block keeps free around what is in it. */
export interface Padding {
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
}

/** The block of one thing alone. */
export function single({ id, width, height }: Sized): Block {
  return { width, height, at: [{ id, x: 0, y: 0 }] };
}

/** Things in equal rows of `perRow`, in the order given. */
export function grid(
  items: readonly Sized[],
  perRow: number,
  gap: number,
  rowGap: number,
  { side, top, bottom }: Padding,
): Block {
  const cellWidth = Math.max(0, ...items.map((item) => item.width));
  const cellHeight = Math.max(0, ...items.map((item) => item.height));
  const columns = Math.min(perRow, items.length);
  const rows = Math.ceil(items.length / perRow);
  return {
    width: columns * cellWidth + (columns - 1) * gap + 2 * side,
    height: rows * cellHeight + (rows - 1) * rowGap + top + bottom,
    at: items.map(({ id }, i) => ({
      id,
      x: side + (i % perRow) * (cellWidth + gap),
      y: top + Math.floor(i / perRow) * (cellHeight + rowGap),
    })),
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
