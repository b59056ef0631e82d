import fc from 'fast-check';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Texts that have broken programs before; some are refused as names, some are not. */
export const HOSTILE_TEXTS = [
  '',
  ' ',
  "O'Brien",
  '"; Remove-Item C:\\ -Recurse; "',
  '$(Remove-Item C:\\)',
  '`n`"$env:TEMP`"',
  '</script><script>alert(1)</script>',
  '<!-- ]]> &amp; -->',
  '=cmd|/C calc',
  '..\\..\\windows',
  '../../etc/passwd',
  'CON',
  'con.txt',
  'nul',
  'constructor',
  '__proto__',
  'toString',
  '\u2019\u2018\u201b',
  'line\nbreak',
  'right\u202eleft',
  'half \ud83d',
  '\ud83d\ude00 \ud83d\ude80',
  '\u4e2d\u6587'.repeat(30),
  'n'.repeat(60),
  'n'.repeat(200),
  'n'.repeat(1000),
  'A#{2}',
  '%s%n{0}',
  '10.0.0.1',
  '255.255.255.255',
  '0.0.0.0/0',
  '10.0.0.0/32',
  '10.0.0.0/31',
  '255.255.255.255/32',
] as const;

const NUMBERS = [
  0, -0, 1, -1, 2, 3, 4, 7, 0.5, 99, 4094, 4095, 9000, 65_000, 1e-300, 5e-324, 1e6, 1e21, 1e308,
];

const JUNK: readonly Json[] = [null, true, false, [], {}, [[]], 'text', 7];

/** A change of a file; the numbers choose where and with what, so that a failure can be shrunk and repeated. */
interface Mutation {
  readonly how: (typeof HOWS)[number];
  readonly where: number;
  readonly what: number;
}

const HOWS = ['value', 'borrow', 'repeat', 'drop', 'swap', 'junk', 'key'] as const;

/** One to six changes. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    how: fc.constantFrom(...HOWS, 'value' as const, 'borrow' as const, 'borrow' as const),
    where: fc.nat(1_000_000),
    what: fc.nat(1_000_000),
  }),
  { minLength: 1, maxLength: 6 },
);

interface Place {
  readonly holder: Json[] | { [key: string]: Json };
  readonly key: string;
}

function placesOf(root: Json): Place[] {
  const places: Place[] = [];
  const visit = (holder: Json) => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const [key, inner] of Object.entries(holder)) {
      places.push({ holder: holder, key });
      visit(inner);
    }
  };
  visit(root);
  return places;
}

function get({ holder, key }: Place): Json {
  return (holder as Record<string, Json>)[key] ?? null;
}

function set({ holder, key }: Place, value: Json): void {
  (holder as Record<string, Json>)[key] = structuredClone(value);
}

function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % Math.max(1, list.length)];
}

/** The value of a kind that a place of that kind may take, or may just not take. */
function otherValue(value: Json, what: number): Json {
  if (typeof value === 'number') return pick(NUMBERS, what) ?? 0;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return pick(HOSTILE_TEXTS, what) ?? '';
  if (Array.isArray(value)) return [];
  return null;
}

function mutateList(list: Json[], how: Mutation['how'], what: number): void {
  const i = what % Math.max(1, list.length);
  if (how === 'drop') list.splice(i, 1);
  else if (how === 'swap') list.reverse();
  else if (list.length > 0) {
    const copy = structuredClone(list[i] ?? null);
    // A second record is more often accepted with an id of its own.
    if (typeof copy === 'object' && copy !== null && !Array.isArray(copy) && what % 3 > 0)
      if (typeof copy['id'] === 'string') copy['id'] = `copy-${what}`;
    list.push(copy);
  }
}

/** A copy of a file with the changes made; `donor` lends values that stand under the same key in it. */
export function mutate(file: Json, donor: Json, changes: readonly Mutation[]): Json {
  const copy = structuredClone(file);
  for (const { how, where, what } of changes) {
    const all = placesOf(copy);
    const lists = all.filter((place) => Array.isArray(get(place)));
    const onLists = how === 'repeat' || how === 'drop' || how === 'swap';
    const place = pick(onLists ? lists : all, where);
    if (!place) continue;
    const value = get(place);
    if (onLists && Array.isArray(value)) mutateList(value, how, what);
    else if (how === 'value') set(place, otherValue(value, what));
    else if (how === 'junk') set(place, pick(JUNK, what) ?? null);
    else if (how === 'borrow') {
      const lenders = placesOf(what % 2 === 0 ? donor : copy).filter((other) => other.key === place.key);
      const lender = pick(lenders, what >> 1);
      if (lender) set(place, get(lender));
    } else if (how === 'key' && !Array.isArray(place.holder)) {
      if (what % 2 === 0) Reflect.deleteProperty(place.holder, place.key);
      else place.holder[pick(HOSTILE_TEXTS, what) ?? 'x'] = value;
    }
  }
  return copy;
}
