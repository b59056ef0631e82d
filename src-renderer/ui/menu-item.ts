/** One line of a menu. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly disabled?: boolean;
  /** Undefined for a plain item, else a choice among others. */
  readonly checked?: boolean | undefined;
  /** A line above it. */
  readonly separated?: boolean;
  readonly onselect: () => void;
}
