/**
 * Makes the function that finds records by id in a list, quickest where they are asked for in nearly the order they
 * have there: as a list is gone through that an edit has changed little.
 */
export function inStep<T>(list: readonly T[], idOf: (item: T) => string): (id: string) => T | undefined {
  let next = 0;
  let places: ReadonlyMap<string, number> | null = null;
  return (id) => {
    const expected = list[next];
    if (expected !== undefined && idOf(expected) === id) {
      next += 1;
      return expected;
    }
    places ??= new Map(list.map((item, i) => [idOf(item), i]));
    const at = places.get(id);
    if (at === undefined) return undefined;
    next = at + 1;
    return list[at];
  };
}
