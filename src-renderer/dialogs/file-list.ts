const EXTENSION = '.cwplan';

/** The name with the extension of a design, once. An empty name stays empty: the host says what is missing. */
export function withExtension(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.toLowerCase().endsWith(EXTENSION)) return trimmed;
  return `${trimmed.replace(/\.+$/, '')}${EXTENSION}`;
}

/** Where a key leads in a list of `count` entries; null when the key does not move. */
export function stepIndex(key: string, index: number, count: number): number | null {
  const to: Partial<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + 10,
    PageUp: index - 10,
    Home: 0,
    End: count - 1,
  };
  const next = to[key];
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next));
}

/** The next entry after `from` whose name begins with a letter, wrapping around; null when none does. */
export function matchName(
  entries: readonly { readonly ref: { readonly name: string } }[],
  letter: string,
  from: number,
): number | null {
  for (let step = 1; step <= entries.length; step++) {
    const index = (from + step) % entries.length;
    if (entries[index]?.ref.name.toLowerCase().startsWith(letter.toLowerCase())) return index;
  }
  return null;
}
