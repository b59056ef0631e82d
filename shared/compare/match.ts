import { compareNatural, compareText } from '../lib/stable-json.ts';

/** A record of either design, or the same one of both. */
export interface Pair<T> {
  readonly before: T | null;
  readonly after: T | null;
}

interface Named {
  readonly id: string;
}

/** Pairs the records of two tables: by id, what is left by name (in order of ids where a name is there twice). */
export function matchRecords<T extends Named>(
  before: Iterable<T>,
  after: Iterable<T>,
  nameOf: (record: T) => string,
): readonly Pair<T>[] {
  const [a, b] = [byId(before), byId(after)];
  const pairs: Pair<T>[] = [];
  for (const [id, record] of a) {
    const other = b.get(id);
    if (!other) continue;
    pairs.push({ before: record, after: other });
    a.delete(id);
    b.delete(id);
  }
  const waiting = new Map<string, T[]>();
  for (const record of b.values()) {
    const name = nameOf(record);
    waiting.set(name, [...(waiting.get(name) ?? []), record]);
  }
  for (const record of a.values()) {
    const other = waiting.get(nameOf(record))?.shift() ?? null;
    if (other) b.delete(other.id);
    pairs.push({ before: record, after: other });
  }
  for (const record of b.values()) pairs.push({ before: null, after: record });
  return pairs;
}

function byId<T extends Named>(records: Iterable<T>): Map<string, T> {
  return new Map([...records].sort((p, q) => compareText(p.id, q.id)).map((record) => [record.id, record]));
}

/** Both sides of something that has a name in either design. */
interface Sides {
  readonly before: string;
  readonly after: string;
}

/** Orders by the first of both names, then by the first of both ids: the same whichever design is the earlier one. */
export function compareSides(
  p: { readonly names: Sides; readonly ids: Pair<string> },
  q: { readonly names: Sides; readonly ids: Pair<string> },
): number {
  const first = ({ before, after }: Pair<string>) => {
    if (before === null || after === null) return before ?? after ?? '';
    return compareText(before, after) <= 0 ? before : after;
  };
  const name = ({ names: { before, after } }: { readonly names: Sides }) =>
    first({ before: before === '' ? null : before, after: after === '' ? null : after });
  return compareNatural(name(p), name(q)) || compareText(first(p.ids), first(q.ids));
}
