const PREFIX = 'clusterwright.';

/** Reads a remembered choice. What is missing, unreadable or of another shape gives the preset. */
export function loadPreference<T>(name: string, is: (value: unknown) => value is T, preset: T): T {
  try {
    const text = localStorage.getItem(PREFIX + name);
    const value: unknown = text === null ? null : JSON.parse(text);
    return is(value) ? value : preset;
  } catch {
    // Storage can be switched off and an old version may have written another form: neither is an error.
    return preset;
  }
}

/** Remembers a choice for the next start, where the host lets us. */
export function savePreference(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // A full or closed storage only costs the memory of a panel's width.
  }
}
