import { loadPreference, savePreference } from '../state/preferences.ts';
import type { Column } from './table.ts';

type Shown = Readonly<Record<string, boolean>>;

/** What the user chose for one table: its filter, and columns shown or hidden against their preset (remembered). */
export class TableState {
  filter = $state('');
  #shown: Shown = $state.raw({});
  readonly #name: string;

  constructor(name: string) {
    this.#name = `table.${name}`;
    this.#shown = loadPreference(this.#name, isShown, {});
  }

  /** The columns with the user's choice applied. */
  columns = <Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] =>
    columns.map((column) => ({ ...column, hidden: !this.#isShown(column) }));

  /** Shows a hidden column, hides a shown one; one always stays. */
  toggle = <Row>(columns: readonly Column<Row>[], id: string): void => {
    const column = columns.find((candidate) => candidate.id === id);
    if (!column) return;
    const shown = this.#isShown(column);
    if (shown && columns.filter(this.#isShown).length === 1) return;
    this.#shown = { ...this.#shown, [id]: !shown };
    savePreference(this.#name, this.#shown);
  };

  #isShown = (column: Pick<Column<never>, 'id' | 'hidden'>): boolean =>
    this.#shown[column.id] ?? !(column.hidden ?? false);
}

function isShown(value: unknown): value is Shown {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((entry) => typeof entry === 'boolean')
  );
}
