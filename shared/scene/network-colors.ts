import type { NetworkId } from '../lib/ids.ts';
import type { Network } from '../model/index.ts';
import type { Token } from './types.ts';

/** How a network is told apart: a colour, and a letter for those who do not see it. */
export interface NetworkMark {
  readonly network: Network;
  readonly token: Token;
  readonly letter: string;
}

/** What a port or a cable shows of its networks. */
export interface Carried {
  readonly token: Token;
  /** Empty when nothing is carried. */
  readonly letter: string;
  /** In words, for accessible names. */
  readonly words: string;
}

export interface NetworkColors {
  readonly marks: readonly NetworkMark[];
  readonly of: (networkIds: readonly NetworkId[]) => Carried;
}

/** Colour of cables that carry no network of the plan, or several of the same rank. */
export const NEUTRAL: Token = 'text-soft';

const TOKENS = ['net-0', 'net-1', 'net-2', 'net-3', 'net-4', 'net-5'] as const;
const NOTHING: Carried = { token: NEUTRAL, letter: '', words: '' };

/**
 * Colours for the networks of a plan. Storage networks come first, then the others, each in the plan's order, so
 * that the cables a design is about get the most distinct colours whatever else runs beside them.
 */
export function colorNetworks(networks: readonly Network[]): NetworkColors {
  const isStorage = (network: Network) => network.purpose === 'storage';
  const ordered = [...networks.filter(isStorage), ...networks.filter((network) => !isStorage(network))];
  const taken = new Set<string>();
  const marks = new Map<NetworkId, NetworkMark>();
  ordered.forEach((network, i) => {
    const letter = letterOf(network.name, taken);
    taken.add(letter);
    marks.set(network.id, { network, token: TOKENS[i % TOKENS.length] ?? 'net-0', letter });
  });
  // Thousands of cables share a few lists, most of them the very same list.
  const ofLists = new WeakMap<readonly NetworkId[], Carried>();
  const known = new Map<string, Carried>();
  return {
    marks: [...marks.values()],
    of(networkIds) {
      if (networkIds.length === 0) return NOTHING;
      const same = ofLists.get(networkIds);
      if (same) return same;
      const key = networkIds.join('/');
      const found = known.get(key) ?? carriedOf(networkIds.flatMap((id) => marks.get(id) ?? []));
      known.set(key, found);
      ofLists.set(networkIds, found);
      return found;
    },
  };
}

/** One network shows as itself, the only storage network among several as itself with a plus, the rest as a trunk. */
function carriedOf(marks: readonly NetworkMark[]): Carried {
  const [first] = marks;
  if (!first) return NOTHING;
  const words = marks.map((mark) => mark.network.name).join(', ');
  if (marks.length === 1) return { token: first.token, letter: first.letter, words };
  const storage = marks.filter((mark) => mark.network.purpose === 'storage');
  const [main] = storage;
  if (main && storage.length === 1) return { token: main.token, letter: `${main.letter}+`, words };
  return { token: NEUTRAL, letter: 'T', words };
}

/** Without T, which marks a trunk. */
const SPARE: readonly string[] = Array.from('ABCDEFGHIJKLMNOPQRSUVWXYZ0123456789');

/** The telling letter of a name: `Storage A` gives A, `Management` M; the next free one when it is taken. */
function letterOf(name: string, taken: ReadonlySet<string>): string {
  const words = name.toUpperCase().match(/[A-Z0-9]+/g) ?? [];
  const last = words.at(-1) ?? '';
  const digit = /\d$/.exec(last)?.[0] ?? '';
  const telling = last.length === 1 ? last : digit;
  const wishes = [telling === '' ? (words[0]?.[0] ?? '') : telling, ...SPARE];
  return wishes.find((wish) => wish !== '' && wish !== 'T' && !taken.has(wish)) ?? '?';
}
