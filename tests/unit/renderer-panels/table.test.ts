import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  linesOf,
  nextSort,
  sortRows,
  tabStopOf,
  toTsv,
  visibleExtent,
  type Column,
  type Line,
} from '../../../src-renderer/panels/table.ts';

interface Row {
  readonly name: string;
  readonly rate: number | null;
}
const COLUMNS: readonly Column<Row>[] = [
  { id: 'name', label: 'Name', value: (row) => row.name },
  { id: 'rate', label: 'Rate', value: (row) => row.rate, align: 'end' },
];
const ROWS: readonly Row[] = [
  { name: 'HV10', rate: 9 },
  { name: 'HV2', rate: null },
  { name: 'HV1', rate: 52.9 },
  { name: 'FS1', rate: 9 },
];

describe('sorting a table', () => {
  it('counts numbers in names as numbers', () => {
    const names = sortRows(ROWS, COLUMNS, { column: 'name', descending: false }).map((row) => row.name);
    expect(names).toEqual(['FS1', 'HV1', 'HV2', 'HV10']);
  });

  it('keeps empty cells last both ways, and equal rows in their order', () => {
    const up = sortRows(ROWS, COLUMNS, { column: 'rate', descending: false }).map((row) => row.name);
    const down = sortRows(ROWS, COLUMNS, { column: 'rate', descending: true }).map((row) => row.name);
    expect(up).toEqual(['HV10', 'FS1', 'HV1', 'HV2']);
    expect(down).toEqual(['HV1', 'HV10', 'FS1', 'HV2']);
  });

  it('does not touch its input, and gives it back unsorted', () => {
    expect(sortRows(ROWS, COLUMNS, null)).toBe(ROWS);
    sortRows(ROWS, COLUMNS, { column: 'name', descending: true });
    expect(ROWS[0]?.name).toBe('HV10');
  });

  it('goes up, down and back to the own order of the list', () => {
    const up = nextSort(null, 'rate');
    const down = nextSort(up, 'rate');
    expect(up).toEqual({ column: 'rate', descending: false });
    expect(down).toEqual({ column: 'rate', descending: true });
    expect(nextSort(down, 'rate')).toBeNull();
    expect(nextSort(down, 'name')).toEqual({ column: 'name', descending: false });
  });
});

describe('a table as text', () => {
  it('keeps one row a line and one cell a column, whatever the names hold', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(fc.array(text), (names) => {
        const tsv = toTsv(
          COLUMNS,
          names.map((name) => ({ name, rate: 1 })),
        );
        const lines = tsv.split('\r\n').slice(0, -1);
        expect(lines).toHaveLength(names.length + 1);
        for (const line of lines) expect(line.split('\t')).toHaveLength(2);
      }),
    );
  });

  it('lets no spreadsheet run a name as a formula', () => {
    const tsv = toTsv(COLUMNS, [{ name: '=HYPERLINK("http://x")', rate: -3 }]);
    expect(tsv).toBe('Name\tRate\r\n\'=HYPERLINK("http://x")\t-3\r\n');
  });
});

describe('lines of grouped rows', () => {
  const groups = [
    { id: 'a', label: 'A', rows: [1, 2] },
    { id: 'b', label: 'B', rows: [3], open: false },
  ];

  it('hide the rows of a folded group, and show them when the user opens it', () => {
    expect(linesOf(groups, new Map()).map((line) => line.kind)).toEqual(['group', 'row', 'row', 'group']);
    expect(linesOf(groups, new Map([['b', true]]))).toHaveLength(5);
    expect(linesOf(groups, new Map([['a', false]]))).toHaveLength(2);
  });

  it('have no heading when the group has no name', () => {
    const plain = [{ id: 'all', label: null, rows: [1, 2], open: false }];
    expect(linesOf(plain, new Map([['all', false]])).map((line) => line.kind)).toEqual(['row', 'row']);
  });
});

describe('the part of a long table that is drawn', () => {
  const detailOf = fc.option(fc.record({ index: fc.nat(9999), height: fc.integer({ min: 1, max: 900 }) }));

  it('covers what is in view, and stands for the full height', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 301, max: 10_000 }),
        fc.nat(300_000),
        fc.integer({ min: 50, max: 2000 }),
        detailOf,
        (count, scroll, view, given) => {
          const detail = given && given.index < count ? given : null;
          const height = count * 24 + (detail?.height ?? 0);
          const top = Math.min(scroll, Math.max(0, height - view));
          const { start, end, before, after } = visibleExtent(count, 24, top, view, detail);
          const inside = detail && detail.index >= start && detail.index < end ? detail.height : 0;
          expect(before + (end - start) * 24 + inside + after).toBe(height);
          expect(before).toBeLessThanOrEqual(top);
          expect(height - after).toBeGreaterThanOrEqual(Math.min(height, top + view));
          expect(end - start).toBeLessThanOrEqual(Math.ceil(view / 24) + 60);
        },
      ),
    );
  });

  it('is all of it up to 300 lines', () => {
    expect(visibleExtent(300, 24, 5000, 100, null)).toEqual({ start: 0, end: 300, before: 0, after: 0 });
  });
});

describe('where Tab comes to in a table', () => {
  const groups = [
    { id: 'a', label: 'A', rows: ['a1', 'a2'] },
    { id: 'b', label: 'B', rows: ['b1'] },
  ];
  const keyOf = (line: Line<string>): string => (line.kind === 'group' ? `group:${line.group.id}` : line.row);
  const lines = linesOf(groups, new Map());
  const stop = (drawn: readonly Line<string>[], current: string | null, selected: readonly string[] = []) =>
    tabStopOf(drawn, current, keyOf, (row) => selected.includes(row));

  it('is the current line, be it a heading or a row', () => {
    expect(stop(lines, 'a2', ['b1'])).toBe('a2');
    expect(stop(lines, 'group:b', ['b1'])).toBe('group:b');
  });

  it('is the first selected row, else the first row: not the heading above it', () => {
    expect(stop(lines, null, ['b1'])).toBe('b1');
    expect(stop(lines, null)).toBe('a1');
  });

  it('is a line that is drawn when the current one is scrolled away', () => {
    expect(stop(lines.slice(3), 'a2')).toBe('b1');
  });

  it('is a heading where all groups are closed, and nothing where there are no lines', () => {
    const closed = linesOf(
      groups,
      new Map([
        ['a', false],
        ['b', false],
      ]),
    );
    expect(stop(closed, 'a2')).toBe('group:a');
    expect(stop([], null)).toBeNull();
  });
});
