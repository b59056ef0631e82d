import { sameData } from '../lib/same-data.ts';

/**
 * What was there before when it says the same, else what there is now. Whoever draws or judges a plan goes by
 * identity, so what no edit has changed must stay the same object.
 */
export function keep<T extends object>(before: T | undefined, now: T): T {
  return before !== undefined && sameData(before, now) ? before : now;
}

/** The same for a list whose entries are kept already. */
export function keepList<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  return before && sameEach(before, now, () => false) ? before : now;
}

/** True when two lists are as long and each entry is the very one of the other list, or the same in what matters. */
export function sameEach<T>(
  before: readonly T[],
  now: readonly T[],
  same: (before: T, now: T) => boolean,
): boolean {
  return (
    before.length === now.length &&
    before.every((old, i) => {
      const entry = now[i] as T;
      return old === entry || same(old, entry);
    })
  );
}
