const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const LENGTH = 10;

/** A record id that no other window gives out: the prefix and ten random characters. */
export function createId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  // 256 is no multiple of 36, which favours a few characters slightly; uniqueness does not depend on it.
  return `${prefix}-${Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}
