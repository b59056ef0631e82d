import { getContext, setContext } from 'svelte';

const KEY = Symbol('row of a table');

/** A table's row tells the fields in its cells whether Tab walks them: only those of the current row. */
export function provideRow(isCurrent: () => boolean): void {
  setContext(KEY, isCurrent);
}

/** The `tabindex` of a field or button that may stand in a row; outside of tables the browser's own. */
export function useRowFocus(): () => -1 | undefined {
  const isCurrent = getContext<(() => boolean) | undefined>(KEY);
  return () => (isCurrent && !isCurrent() ? -1 : undefined);
}
