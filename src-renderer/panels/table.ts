import { naturalKey } from '../../shared/lib/natural-order.ts';
import { compareText } from '../../shared/lib/stable-json.ts';

export type CellValue = string | number | null;

/** One column of a table. `value` is what sorting and copying use; a cell shows `text` where that differs. */
export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly value: (row: Row) => CellValue;
  readonly text?: (row: Row) => string;
  /** Numbers stand at the right. */
  readonly align?: 'start' | 'end';
  /** Unit of the numbers, where the panel says it once for many columns: copied and told, not in the heading. */
  readonly unit?: string;
  /** Names, addresses and part numbers are set in the mono face. */
  readonly mono?: boolean;
  /** CSS width; columns without one share what is left. */
  readonly width?: string;
  /** Left out on screen but copied. */
  readonly hidden?: boolean;
}

/** Columns that share what is left can be read from this width on, px. */
const LEAST_SHARE = 80;
/** No table is narrower than this, px. */
const LEAST_TABLE = 640;
/** Columns of a part of the width leave at least the other part to the rest. */
const MOST_PARTS = 0.85;

/** The width, px, at which every column can be read. In less room a table scrolls sideways. */
export function leastWidth(columns: readonly Pick<Column<never>, 'width'>[]): number {
  let [fixed, parts] = [0, 0];
  for (const { width } of columns) {
    if (width?.endsWith('%')) parts += parseFloat(width) / 100;
    else fixed += width === undefined ? LEAST_SHARE : parseFloat(width);
  }
  return Math.max(LEAST_TABLE, Math.ceil(fixed / (1 - Math.min(parts, MOST_PARTS))));
}

/** Rows under one heading; a group without a label shows no heading. */
export interface Group<Row> {
  readonly id: string;
  readonly label: string | null;
  /** Shown at the right of the heading, for example a total. */
  readonly note?: string;
  readonly rows: readonly Row[];
  /** False: only the heading is shown until the user opens it. */
  readonly open?: boolean;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** Sorts stably by one column; equal rows keep their order and empty cells come last either way. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const column = sort && columns.find((candidate) => candidate.id === sort.column);
  if (!sort || !column) return rows;
  const sign = sort.descending ? -1 : 1;
  return rows
    .map((row) => sortable(row, column.value(row)))
    .sort((a, b) => Number(a.empty) - Number(b.empty) || sign * compareSortable(a, b))
    .map((entry) => entry.row);
}

/** A row with what it is sorted by, made once: comparing happens far more often than there are rows. */
interface Sortable<Row> {
  readonly row: Row;
  readonly empty: boolean;
  readonly number: number | null;
  readonly text: string;
}

function sortable<Row>(row: Row, value: CellValue): Sortable<Row> {
  const number = typeof value === 'number' ? value : null;
  return { row, empty: value === null || value === '', number, text: naturalKey(String(value)) };
}

function compareSortable(a: Sortable<unknown>, b: Sortable<unknown>): number {
  if (a.empty) return 0;
  return a.number !== null && b.number !== null ? a.number - b.number : compareText(a.text, b.text);
}

/** The rows in which every word of a filter occurs in what some column shows or copies, in any order. */
export function filterRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  filter: string,
): readonly Row[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = columns
      .map((column) => `${column.value(row) ?? ''} ${column.text?.(row) ?? ''}`)
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The sort after a click on a heading: ascending, then descending, then the list's own order. */
export function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

/**
 * Rows as tab-separated text with a heading line, for a spreadsheet. Tabs and line breaks inside a cell become
 * spaces; a cell a spreadsheet would take for a formula is led by an apostrophe.
 */
export function toTsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map((column) => tsvCell(headingOf(column)))];
  for (const row of rows) lines.push(columns.map((column) => tsvCell(column.value(row))));
  return lines.map((cells) => `${cells.join('\t')}\r\n`).join('');
}

function tsvCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const line = value.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}

/** Label with unit: what a heading says where nothing around it tells the unit. */
export function headingOf({ label, unit }: Pick<Column<never>, 'label' | 'unit'>): string {
  return unit === undefined ? label : `${label} ${unit}`;
}

/** One line on screen: a group's heading or a row. */
export type Line<Row> =
  | { readonly kind: 'group'; readonly group: Group<Row>; readonly open: boolean }
  | { readonly kind: 'row'; readonly row: Row };

/** Groups as the lines shown; `closed` tells per group id what the user chose against the group's own `open`. */
export function linesOf<Row>(
  groups: readonly Group<Row>[],
  toggled: ReadonlyMap<string, boolean>,
): readonly Line<Row>[] {
  const lines: Line<Row>[] = [];
  for (const group of groups) {
    const open = group.label === null || (toggled.get(group.id) ?? group.open ?? true);
    if (group.label !== null) lines.push({ kind: 'group', group, open });
    if (open) for (const row of group.rows) lines.push({ kind: 'row', row });
  }
  return lines;
}

/**
 * The line Tab comes to: the current one, else the first selected row, else the first row; a heading only where
 * nothing else is drawn. A line that is scrolled away is not in the page and cannot be reached.
 */
export function tabStopOf<Row>(
  drawn: readonly Line<Row>[],
  currentKey: string | null,
  keyOf: (line: Line<Row>) => string,
  isSelected: (row: Row) => boolean,
): string | null {
  const stop =
    drawn.find((line) => keyOf(line) === currentKey) ??
    drawn.find((line) => line.kind === 'row' && isSelected(line.row)) ??
    drawn.find((line) => line.kind === 'row') ??
    drawn[0];
  return stop ? keyOf(stop) : null;
}

export interface Extent {
  /** First line drawn and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** Space in px that stands for the lines not drawn. */
  readonly before: number;
  readonly after: number;
}

const ALL_DRAWN_UP_TO = 300;
const MARGIN_LINES = 12;

/**
 * Which lines to draw when only a part of a long table is in view. Lines have equal height; `detail` is one
 * opened line with extra space below it. Up to 300 lines all are drawn, so that the browser's own find works.
 */
export function visibleExtent(
  count: number,
  lineHeight: number,
  scrollTop: number,
  viewHeight: number,
  detail: { readonly index: number; readonly height: number } | null,
): Extent {
  if (count <= ALL_DRAWN_UP_TO) return { start: 0, end: count, before: 0, after: 0 };
  const lineAt = (y: number): number => {
    if (!detail || y < (detail.index + 1) * lineHeight) return Math.floor(y / lineHeight);
    return Math.max(detail.index, Math.floor((y - detail.height) / lineHeight));
  };
  const start = Math.min(count, Math.max(0, lineAt(scrollTop) - MARGIN_LINES));
  const end = Math.max(start, Math.min(count, lineAt(scrollTop + viewHeight) + 1 + MARGIN_LINES));
  const before = start * lineHeight + (detail && detail.index < start ? detail.height : 0);
  const after = (count - end) * lineHeight + (detail && detail.index >= end ? detail.height : 0);
  return { start, end, before, after };
}
