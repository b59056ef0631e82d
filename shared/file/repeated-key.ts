/** Where a key stands a second time in one object; lines and columns count from 1. */
export interface RepeatedKey {
  readonly key: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The first key that an object of this text holds twice, or null. JSON readers keep the last value and drop the
 * others without a word, so a line pasted twice by hand would be lost in silence. The text must be valid JSON.
 */
export function findRepeatedKey(text: string): RepeatedKey | null {
  // One entry per open bracket: the keys so far of an object, null for a list.
  const open: (Set<string> | null)[] = [];
  let keyNext = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '{' || char === '[') open.push(char === '{' ? new Set() : null);
    else if (char === '}' || char === ']') open.pop();
    if (char === '{' || char === ',') keyNext = true;
    if (char !== '"') continue;
    const end = endOfString(text, i);
    const keys = open.at(-1);
    if (keys && keyNext) {
      const key = JSON.parse(text.slice(i, end + 1)) as string;
      if (keys.has(key)) return { key, ...placeOf(text, i) };
      keys.add(key);
    }
    keyNext = false;
    i = end;
  }
  return null;
}

/** Index of the quote that closes the string opened at `start`. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i;
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
