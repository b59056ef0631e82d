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
  if (before?.length !== now.length) return now;
  for (let i = 0; i < now.length; i++) if (before[i] !== now[i]) return now;
  return before;
}
