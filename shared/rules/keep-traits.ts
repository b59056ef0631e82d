import { sameData } from '../lib/same-data.ts';

/**
 * Makes the function that gives the list of last time again as long as each entry of the new one is the same or says
 * the same in these fields. Its entries may be stale in all others, which the type of a trait hides.
 */
export function createKeeper<T extends object>(
  fields: readonly (keyof T)[] = [],
): (items: readonly T[]) => readonly T[] {
  let last: readonly T[] = [];
  return (items) => {
    if (!isAlike(last, items, fields)) last = items;
    return last;
  };
}

/** True when two lists are as long and their entries are the same, or say the same in these fields where there are any. */
export function isAlike<T extends object>(
  before: readonly T[],
  now: readonly T[],
  fields: readonly (keyof T)[] = [],
): boolean {
  if (before.length !== now.length) return false;
  for (let i = 0; i < now.length; i++) {
    const [old, item] = [before[i] as T, now[i] as T];
    if (old === item) continue;
    if (fields.length === 0 || !fields.every((field) => old[field] === item[field])) return false;
  }
  return true;
}

/** Makes the function that gives of an object each field as it was last time where it holds the same data. */
export function createFieldKeeper<T extends object>(): (now: T) => T {
  let last: Partial<T> = {};
  return (now) => {
    const kept = { ...now };
    for (const field in now) {
      const old = last[field];
      if (old !== undefined && sameData(old, now[field])) kept[field] = old;
    }
    last = kept;
    return kept;
  };
}
