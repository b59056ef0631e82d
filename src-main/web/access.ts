import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may talk to the web host. */
export interface Access {
  /** Trades the key of the address for the session's token; null for a wrong or used-up key. */
  readonly openSession: (key: string) => string | null;
  readonly isToken: (token: unknown) => boolean;
  /** The secret that stands behind `#` in the address. */
  readonly key: string;
}

/**
 * A 256-bit key for the address and a 256-bit token for the session. With `once` the key works a single time: a
 * browser that is started with the address shows it in the list of processes, where others may read it.
 */
export function createAccess(options: { readonly once: boolean }): Access {
  const key = randomBytes(32).toString('base64url');
  const token = randomBytes(32).toString('base64url');
  let used = false;
  return {
    key,
    openSession(given) {
      if ((options.once && used) || !equal(given, key)) return null;
      used = true;
      return token;
    },
    isToken: (given) => typeof given === 'string' && equal(given, token),
  };
}

/** Compares in a time that tells nothing of where they differ. */
function equal(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
