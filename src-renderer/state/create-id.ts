const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const RANDOM = 6;
/** Digits of a time in ms to base 36: enough until the year 5138. */
const TIME = 9;

let last = 0;

/**
 * A record id that no other window gives out: the prefix, the time and random characters. Ids of one window sort in
 * the order in which they were made, which is the order of things nobody has moved on the drawing.
 */
export function createId(prefix: string): string {
  last = Math.max(Date.now(), last + 1);
  const bytes = crypto.getRandomValues(new Uint8Array(RANDOM));
  // 256 is no multiple of 36, which favours a few characters slightly; uniqueness does not depend on it.
  const random = Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${prefix}-${last.toString(36).padStart(TIME, '0')}${random}`;
}
