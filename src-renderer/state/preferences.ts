import type { HostClient } from '../../shared/host/index.ts';

const PREFIX = 'clusterwright.';

/**
 * Tells the host of a choice. The browser's storage answers at once but belongs to an address, and the local web host
 * has a new one at every start: the host is what remembers. A page without a host only has the storage.
 */
let tellHost: (name: string, value: string) => void = () => undefined;

/** Takes over what the host remembers, before anything is shown; from then on the host hears of every choice. */
export async function connectPreferences(client: HostClient): Promise<void> {
  const remembered = await client.call('preferences.read', {}).catch(() => ({}));
  for (const [name, value] of Object.entries(remembered)) store(name, value);
  tellHost = (name, value) => {
    // A choice that is not remembered is not worth a message.
    client.call('preferences.write', { name, value }).catch(() => undefined);
  };
}

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

/** Remembers a choice for the next start, where the host lets us. The name is in lower case with dashes. */
export function savePreference(name: string, value: unknown): void {
  const text = JSON.stringify(value);
  store(name, text);
  tellHost(name, text);
}

function store(name: string, text: string): void {
  try {
    localStorage.setItem(PREFIX + name, text);
  } catch {
    // A full or closed storage only costs the memory of a panel's width.
  }
}
