import { randomBytes } from 'node:crypto';
import { HostError } from '../../shared/host/index.ts';

/** Names for paths that the page can hand back but not make up. */
export interface TokenStore {
  readonly tokenFor: (path: string) => string;
  /** Throws `unknown-token` for a name this host did not give out. */
  readonly pathOf: (token: string) => string;
}

/** A store for the life of one host. The same path keeps its token. */
export function createTokenStore(): TokenStore {
  const byPath = new Map<string, string>();
  const byToken = new Map<string, string>();
  return {
    tokenFor(path) {
      const known = byPath.get(path);
      if (known !== undefined) return known;
      const token = randomBytes(18).toString('base64url');
      byPath.set(path, token);
      byToken.set(token, path);
      return token;
    },
    pathOf(token) {
      const path = byToken.get(token);
      if (path === undefined)
        throw new HostError('unknown-token', 'This file was not chosen in this session. Choose it again.');
      return path;
    },
  };
}
