import { quoteCsv } from '../lib/quote.ts';

/** One column: its heading and how a row fills it. */
export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => string | number | null;
}

/**
 * A table by RFC 4180 with CRLF. It begins with a byte order mark, without which Excel takes the text for the
 * local code page and spoils names.
 */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ heading }) => quoteCsv(heading)),
    ...rows.map((row) => columns.map(({ cell }) => quoteCsv(cell(row)))),
  ];
  return `\ufeff${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}
