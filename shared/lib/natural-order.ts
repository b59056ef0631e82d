import { compareText } from './stable-json.ts';

const DIGITS = /\d+/g;
/** Sorts before every character a name may hold. */
const NUMBER_MARK = '\u0001';

/**
 * A key whose plain text order is the order of `compareNatural`, ties apart (`HV1` and `HV01`).
 * Made once per name, it spares a long sort from splitting the same names again and again.
 * Each number becomes a mark, a character for its length and its digits without leading zeros. A number at the
 * very start keeps a digit in front, because there it is compared with a letter by its character.
 */
export function naturalKey(text: string): string {
  return text.replace(DIGITS, (digits, at: number) => (at === 0 ? '0' : NUMBER_MARK) + sizedDigits(digits));
}

/** The key of text that follows a space, so that `naturalKey(a + ' ') + naturalTailKey(b)` is the key of `a b`. */
export function naturalTailKey(text: string): string {
  return text.replace(DIGITS, (digits) => NUMBER_MARK + sizedDigits(digits));
}

function sizedDigits(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, '');
  return String.fromCharCode(0x100 + plain.length) + plain;
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
