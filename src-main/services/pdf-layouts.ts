import { lightPalette } from '../../shared/scene/index.ts';

/** How the cells of a table stand; lengths in points. */
export interface TableLook {
  /** The line under every row. */
  readonly rule: { readonly thickness: number; readonly color: string } | null;
  readonly left: (column: number) => number;
  readonly right: (column: number, columns: number) => number;
  /** Room above and below the contents of a row. */
  readonly above: number;
  readonly below: number;
}

/** Table styles the reports name. */
export const TABLE_LOOKS: Readonly<Record<string, TableLook>> = {
  /** A hairline under every row, none at the sides. */
  hairlines: {
    rule: { thickness: 0.5, color: lightPalette['card-line'] },
    left: (column) => (column === 0 ? 0 : 4),
    right: () => 4,
    above: 3,
    below: 3,
  },
};
