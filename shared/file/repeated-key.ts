/** Where a key stands a second time in one object; lines and columns count from 1. */
export interface RepeatedKey {
  readonly key: string;
  readonly line: number;
  readonly column: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const LEFT_SQUARE = 0x5b;
const RIGHT_SQUARE = 0x5d;
const LEFT_CURLY = 0x7b;
const RIGHT_CURLY = 0x7d;
const BACKSLASH = 0x5c;

/**
 * The first key that an object of this text holds twice, or null. JSON readers keep the last value and drop the
 * others without a word, so a line pasted twice by hand would be lost in silence. The text must be valid JSON.
 */
export function findRepeatedKey(text: string): RepeatedKey | null {
  // One entry per open bracket: the keys so far of an object, null for a list.
  const open: (Keys | null)[] = [];
  let keys: Keys | null = null;
  let keyNext = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      const end = endOfString(text, i);
      if (keys && keyNext) {
        const key = keyAt(text, i, end);
        if (!keys.add(key)) return { key, ...placeOf(text, i) };
      }
      keyNext = false;
      i = end;
    } else if (code === COMMA) keyNext = true;
    else if (code === LEFT_CURLY || code === LEFT_SQUARE) {
      open.push((keys = code === LEFT_CURLY ? new Keys() : null));
      keyNext = true;
    } else if (code === RIGHT_CURLY || code === RIGHT_SQUARE) {
      open.pop();
      keys = open.at(-1) ?? null;
    }
  }
  return null;
}

/** The keys of one object. Files of ours have them sorted: then the one before is all there is to look at. */
class Keys {
  #last: string | null = null;
  readonly #all: string[] = [];
  #unsorted: Set<string> | null = null;

  /** False when it is there already. */
  add(key: string): boolean {
    if (this.#unsorted === null && (this.#last === null || this.#last < key)) this.#all.push(key);
    else {
      this.#unsorted ??= new Set(this.#all);
      if (this.#unsorted.has(key)) return false;
      this.#unsorted.add(key);
    }
    this.#last = key;
    return true;
  }
}

function keyAt(text: string, start: number, end: number): string {
  const plain = text.slice(start + 1, end);
  return plain.includes('\\') ? (JSON.parse(text.slice(start, end + 1)) as string) : plain;
}

/** Index of the quote that closes the string opened at `start`. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  for (let code = text.charCodeAt(i); code !== QUOTE && i < text.length; code = text.charCodeAt(i))
    i += code === BACKSLASH ? 2 : 1;
  return i;
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
