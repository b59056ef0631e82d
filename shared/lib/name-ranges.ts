import { isDigit, naturalKey, sortNatural } from './natural-order.ts';

/**
 * Names as ranges in natural order: `FS01, FS02, HV01 ... HV06` gives `FS01-FS02, HV01-HV06`. Names are joined
 * when they differ only in a number at their end that counts up by one in the same writing.
 * With more than `most` ranges the rest is counted: `A1-A4 and 7 more`.
 */
export function nameRanges(names: Iterable<string>, most = Infinity): string {
  return sortedRanges(sortedNames(Array.isArray(names) ? (names as readonly string[]) : [...names]), most);
}

/** The same for names that are in natural order already, each once. */
export function sortedRanges(sorted: readonly string[], most = Infinity): string {
  const ranges: string[] = [];
  let at = 0;
  while (at < sorted.length && ranges.length < most) {
    const first = sorted[at] ?? '';
    let last = first;
    for (at += 1; at < sorted.length && follows(last, sorted[at] ?? ''); at++) last = sorted[at] ?? '';
    ranges.push(first === last ? first : `${first}-${last}`);
  }
  const text = ranges.join(', ');
  return at < sorted.length ? `${text} and ${sorted.length - at} more` : text;
}

/** Names in natural order, each once; the list itself when it already is. */
export function sortedNames(names: readonly string[]): readonly string[] {
  // The key of the name before, where it was asked for.
  let key: string | null = null;
  for (let i = 1; i < names.length; i++) {
    const [before, name] = [names[i - 1] ?? '', names[i] ?? ''];
    // Lists of thousands of names nearly always count up, which shows without a key.
    if (follows(before, name)) {
      key = null;
      continue;
    }
    const last = key ?? naturalKey(before);
    key = naturalKey(name);
    if (last < key) continue;
    return sortNatural(
      new Set(names),
      (entry) => entry,
      (entry) => entry,
    );
  }
  return names;
}

/** Numbers of more digits are not counted up: no one numbers things that high. */
const MOST_DIGITS = 9;
const ZERO = 48;
const NINE = 57;

/** True for the next number in the same writing: `09` to `10`, `9` to `10`, but not `9` to `010`. */
function follows(one: string, next: string): boolean {
  const digits = countDigits(one);
  if (digits === 0 || digits > MOST_DIGITS) return false;
  let at = one.length - 1;
  while (at >= one.length - digits && one.charCodeAt(at) === NINE) at -= 1;
  const carried = one.length - 1 - at;
  const grown = carried === digits;
  if (next.length !== one.length + (grown ? 1 : 0)) return false;
  for (let i = next.length - carried; i < next.length; i++) if (next.charCodeAt(i) !== ZERO) return false;
  const raised = grown ? ZERO + 1 : one.charCodeAt(at) + 1;
  const place = next.length - carried - 1;
  if (next.charCodeAt(place) !== raised) return false;
  for (let i = 0; i < place; i++) if (next.charCodeAt(i) !== one.charCodeAt(i)) return false;
  return true;
}

/** Digits at the end of a name. */
function countDigits(name: string): number {
  let start = name.length;
  while (start > 0 && isDigit(name.charCodeAt(start - 1))) start -= 1;
  return name.length - start;
}
