import { compareText } from './stable-json.ts';

/** Sorts before every character a name may hold. */
const NUMBER_MARK = '\u0001';

/**
 * A key whose plain text order is the order of `compareNatural`, ties apart (`HV1` and `HV01`).
 * Made once per name, it spares a long sort from splitting the same names again and again.
 * Each number becomes a mark, a character for its length and its digits without leading zeros. A number at the
 * very start keeps a digit in front, because there it is compared with a letter by its character.
 */
export function naturalKey(text: string): string {
  return isDigit(text.charCodeAt(0)) ? '0' + naturalTailKey(text).slice(1) : naturalTailKey(text);
}

/** The key of text that follows a space, so that `naturalKey(a + ' ') + naturalTailKey(b)` is the key of `a b`. */
export function naturalTailKey(text: string): string {
  let key = '';
  let taken = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let first = at;
    while (isDigit(text.charCodeAt(at + 1))) at += 1;
    key += text.slice(taken, first);
    while (first < at && text.charCodeAt(first) === ZERO) first += 1;
    taken = at + 1;
    key += NUMBER_MARK + String.fromCharCode(0x100 + taken - first) + text.slice(first, taken);
  }
  return key + text.slice(taken);
}

const ZERO = 48;

/** True for the code unit of a decimal digit; false beyond the end of a text, which is NaN. */
export function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}

/** A new list in natural order of `nameOf`; equal names keep the order of `tieOf`. */
export function sortNatural<T>(
  items: Iterable<T>,
  nameOf: (item: T) => string,
  tieOf: (item: T) => string,
): T[] {
  const keyed = Array.from(items, (item) => ({ item, key: naturalKey(nameOf(item)) }));
  keyed.sort(
    (a, b) =>
      compareText(a.key, b.key) ||
      compareText(nameOf(a.item), nameOf(b.item)) ||
      compareText(tieOf(a.item), tieOf(b.item)),
  );
  return keyed.map((entry) => entry.item);
}
