import { grouped, headroomText } from '../../shared/lib/numbers.ts';
import type { SizeFigures } from '../../shared/size/index.ts';
import type { SizeEntry } from '../state/size-answer.ts';
import { rate } from './words.ts';

/** Rows that are folded away or come last. */
export type SizeGroup = 'dominated' | 'short';

/** One line of the table: a heading that opens and closes, or a row. */
export type SizeLine =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly group: SizeGroup;
      readonly label: string;
      readonly open: boolean;
    }
  | {
      readonly kind: 'row';
      readonly key: string;
      readonly entry: SizeEntry;
      /** Place among the rows that hold and are not folded away; null for all others. */
      readonly rank: number | null;
    };

const GROUP_LABEL: Record<SizeGroup, (count: number) => string> = {
  dominated: (count) =>
    count === 1 ? '1 row is no better in anything' : `${count} rows are no better in anything`,
  short: (count) =>
    count === 1 ? '1 row does not reach the target' : `${count} rows do not reach the target`,
};

/** The list as it is shown: what holds, what holds but is no better in anything, what does not hold. */
export function sizeLines(
  entries: readonly SizeEntry[],
  open: Readonly<Record<SizeGroup, boolean>>,
): readonly SizeLine[] {
  const holding = entries.filter(({ reasons }) => reasons.length === 0);
  const best = holding.filter(({ dominatedBy }) => dominatedBy === null);
  const ranks = new Map(best.map((entry, i) => [entry, i + 1]));
  const rowOf = (entry: SizeEntry): SizeLine => ({
    kind: 'row',
    key: entry.id,
    entry,
    rank: ranks.get(entry) ?? null,
  });
  const section = (group: SizeGroup, rows: readonly SizeEntry[]): readonly SizeLine[] => {
    if (rows.length === 0) return [];
    const heading: SizeLine = {
      kind: 'group',
      key: `group:${group}`,
      group,
      label: GROUP_LABEL[group](rows.length),
      open: open[group],
    };
    return open[group] ? [heading, ...rows.map(rowOf)] : [heading];
  };
  return [
    ...best.map(rowOf),
    ...section(
      'dominated',
      holding.filter(({ dominatedBy }) => dominatedBy !== null),
    ),
    ...section(
      'short',
      entries.filter(({ reasons }) => reasons.length > 0),
    ),
  ];
}

/** A column of numbers. */
export interface FigureColumn {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Whether more of it is good, for who reads what a nudge did. */
  readonly good: 'more' | 'less';
  readonly value: (figures: SizeFigures) => number | null;
  readonly text: (value: number) => string;
  /** What the number leaves out; empty when it is whole. */
  readonly note: (figures: SizeFigures) => string;
  readonly width: number;
}

const none = (): string => '';
/** A sum over what is known: no number at all where nothing is. */
const sum = (known: number, missing: number): number | null => (known === 0 && missing > 0 ? null : known);
const unknown = (known: number, missing: number): string =>
  missing === 0 ? '' : `${known === 0 ? '' : '+ '}${missing} unknown`;

const PRICE: FigureColumn = {
  id: 'price',
  label: 'Price',
  unit: '',
  good: 'less',
  value: ({ price, priceUnknown }) => sum(price, priceUnknown),
  text: grouped,
  note: ({ price, priceUnknown }) => unknown(price, priceUnknown),
  width: 88,
};

const BEFORE_PRICE: readonly FigureColumn[] = [
  {
    id: 'rate',
    label: 'Delivers',
    unit: 'GB/s',
    good: 'more',
    value: ({ perServerGBps }) => perServerGBps,
    text: rate,
    note: none,
    width: 64,
  },
  {
    id: 'worst',
    label: 'After a failure',
    unit: 'GB/s',
    good: 'more',
    value: ({ worstPerServerGBps }) => worstPerServerGBps,
    text: rate,
    note: ({ cutOffLabel }) => (cutOffLabel === '' ? '' : 'node cut off'),
    width: 80,
  },
  {
    id: 'headroom',
    label: 'Headroom',
    unit: '',
    good: 'more',
    value: ({ headroomPercent }) => headroomPercent,
    text: headroomText,
    note: none,
    width: 84,
  },
  {
    id: 'cables',
    label: 'Cables',
    unit: '',
    good: 'less',
    value: ({ cables }) => cables,
    text: String,
    note: none,
    width: 62,
  },
  {
    id: 'ports',
    label: 'Ports left',
    unit: '',
    good: 'more',
    value: ({ switchPortsFree, switches }) => (switches === 0 ? null : switchPortsFree),
    text: String,
    note: none,
    width: 62,
  },
  {
    id: 'units',
    label: 'Rack units',
    unit: '',
    good: 'less',
    value: ({ rackUnits }) => rackUnits,
    text: String,
    note: none,
    width: 62,
  },
  {
    id: 'watts',
    label: 'Network watts',
    unit: '',
    good: 'less',
    value: ({ watts, wattsUnknown }) => sum(watts, wattsUnknown),
    text: grouped,
    note: ({ watts, wattsUnknown }) => unknown(watts, wattsUnknown),
    width: 88,
  },
];

/** The columns of numbers; that of prices only where somebody gave one. */
export function figureColumns(priced: boolean): readonly FigureColumn[] {
  return priced ? [...BEFORE_PRICE, PRICE] : BEFORE_PRICE;
}

/** What a number was before the last nudge, where the table would show another one. */
export function changeOf(
  column: FigureColumn,
  now: SizeFigures,
  was: SizeFigures | null | undefined,
): { readonly text: string; readonly up: boolean; readonly good: boolean } | null {
  if (!was) return null;
  const [before, after] = [column.value(was), column.value(now)];
  if (before === null || after === null || column.text(before) === column.text(after)) return null;
  const up = after > before;
  return { text: `was ${column.text(before)}`, up, good: up === (column.good === 'more') };
}
