import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a key lets in: the session's token, and the file the page is to show. */
export interface Admission {
  readonly token: string;
  /** Undefined for the first address, which leaves it to the host. */
  readonly openPath?: string | null;
}

/** Who may talk to the web host. */
export interface Access {
  /** Trades the key of an address for the session's token; null for a wrong or used-up key. */
  readonly openSession: (key: string) => Admission | null;
  readonly isToken: (token: unknown) => boolean;
  /** The secret that stands behind `#` in the address. */
  readonly key: string;
  /** A further key, for one page that shows this file. It works once. */
  readonly issueKey: (openPath: string | null) => string;
}

/** Keys that were given out and never used; the oldest go. */
const MAX_ISSUED = 20;

/**
 * A 256-bit key for the address and a 256-bit token for the session. With `once` the key works a single time: a
 * browser that is started with the address shows it in the list of processes, where others may read it.
 */
export function createAccess(options: { readonly once: boolean }): Access {
  const key = randomBytes(32).toString('base64url');
  const token = randomBytes(32).toString('base64url');
  const issued = new Map<string, string | null>();
  let used = false;
  return {
    key,
    openSession(given) {
      for (const [further, openPath] of issued) {
        if (!equal(given, further)) continue;
        issued.delete(further);
        return { token, openPath };
      }
      if ((options.once && used) || !equal(given, key)) return null;
      used = true;
      return { token };
    },
    isToken: (given) => typeof given === 'string' && equal(given, token),
    issueKey(openPath) {
      const further = randomBytes(32).toString('base64url');
      issued.set(further, openPath);
      for (const oldest of [...issued.keys()].slice(0, -MAX_ISSUED)) issued.delete(oldest);
      return further;
    },
  };
}

/** Compares in a time that tells nothing of where they differ. */
function equal(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
