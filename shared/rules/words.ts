const MOST_NAMES = 5;

/** Names for a sentence: at most five, then how many more there are. */
export function listNames(names: readonly string[]): string {
  if (names.length > MOST_NAMES) {
    return `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`;
  }
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** With a capital at the front, for the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 link`, `3 links`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** A rate or a share for a sentence: at most one decimal, no trailing zero. */
export function round1(value: number): string {
  return String(Math.round(value * 10) / 10);
}
