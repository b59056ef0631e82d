/** A column with the narrowest and widest that its contents can be set. */
export interface Column {
  readonly width: number | 'auto' | '*';
  readonly min: number;
  readonly max: number;
}

/**
 * Widths of columns side by side. Fixed ones are as wide as they say, `auto` ones as their contents need, and those
 * with a star share what is left. Where there is too little room nothing gets narrower than its longest word.
 */
export function columnWidths(columns: readonly Column[], room: number): readonly number[] {
  const autos = columns.filter(({ width }) => width === 'auto');
  const stars = columns.filter(({ width }) => width === '*');
  const fixed = sum(columns, ({ width }) => (typeof width === 'number' ? width : 0));
  const starMin = Math.max(0, ...stars.map(({ min }) => min));
  const starMax = Math.max(0, ...stars.map(({ max }) => max));
  const left = room - fixed;
  const min = sum(autos, (column) => column.min) + starMin * stars.length;
  const max = sum(autos, (column) => column.max) + starMax * stars.length;
  const tight = min >= left;
  const auto = (column: Column): number => {
    if (tight) return column.min;
    if (max < left) return column.max;
    return column.min + ((column.max - column.min) * (left - min)) / (max - min);
  };
  const star = tight ? starMin : (left - sum(autos, auto)) / stars.length;
  return columns.map((column) => {
    if (typeof column.width === 'number') return column.width;
    return column.width === 'auto' ? auto(column) : star;
  });
}

function sum<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((total, item) => total + of(item), 0);
}
