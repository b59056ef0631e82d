import { compareNatural } from '../lib/stable-json.ts';
import type { FieldChange } from './types.ts';
import { AUTOMATIC, entryLabel, labelOf, REFERENCES, type NameOf } from './words.ts';

/** A record in words: a value, or values by their headings. */
type Tree = string | ReadonlyMap<string, Tree>;

/** What is different between two records of one table, value by value. Ids are left out: they say nothing. */
export function compareFields(
  before: object,
  after: object,
  names: { readonly before: NameOf; readonly after: NameOf },
): readonly FieldChange[] {
  return compareTrees(treeOf(before, '', names.before), treeOf(after, '', names.after), '');
}

/** A record in one line: its own values, without its name and what is off or not set. */
export function summarize(record: object, nameOf: NameOf): string {
  return inOneLine(treeOf({ ...record, name: null }, '', nameOf));
}

function treeOf(value: unknown, field: string, nameOf: NameOf): Tree {
  if (value === null && AUTOMATIC.has(field)) return 'automatic';
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return REFERENCES.has(field) ? nameOf(value) : value;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object') return 'none';
  if (Array.isArray(value)) return listTree(value, nameOf);
  const record = value as Readonly<Record<string, unknown>>;
  if (isPortRef(record)) return `${String(record['slot'])}/${String(record['port'])}`;
  const entries = Object.entries(record).filter(([key]) => key !== 'id');
  return new Map(entries.map(([key, inner]) => [labelOf(key), treeOf(inner, key, nameOf)]));
}

function listTree(list: readonly unknown[], nameOf: NameOf): Tree {
  if (list.length === 0) return 'none';
  const records = list.filter((entry) => typeof entry === 'object' && entry !== null);
  const plain = records.length < list.length || records.every((entry) => isPortRef(entry));
  if (plain) return list.map((entry) => inOneLine(treeOf(entry, '', nameOf))).join(', ');
  return new Map(
    records.map((entry, i) => [
      entryLabel(entry as Record<string, unknown>, i, nameOf),
      treeOf(entry, '', nameOf),
    ]),
  );
}

function isPortRef(record: object): boolean {
  const keys = Object.keys(record);
  return keys.length === 2 && keys.includes('slot') && keys.includes('port');
}

function compareTrees(
  before: Tree | undefined,
  after: Tree | undefined,
  path: string,
): readonly FieldChange[] {
  if (before instanceof Map && after instanceof Map) {
    const keys: readonly string[] = [...new Set([...before.keys(), ...after.keys()])];
    // Entries of lists come in their own order, whichever design is the earlier one.
    const alike = before.size === after.size && keys.length === before.size;
    return (alike ? keys : [...keys].sort(compareNatural)).flatMap((key: string) =>
      compareTrees(before.get(key) as Tree, after.get(key) as Tree, path === '' ? key : `${path}, ${key}`),
    );
  }
  const [was, is] = [
    before === undefined ? '' : inOneLine(before),
    after === undefined ? '' : inOneLine(after),
  ];
  return was === is ? [] : [{ field: path, before: was, after: is }];
}

function inOneLine(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  const parts = [...tree].flatMap(([label, inner]) => {
    const text = inOneLine(inner);
    if (text === 'none' || text === 'no' || text === '') return [];
    return [text === 'yes' ? label : `${label} ${text}`];
  });
  return parts.length === 0 ? 'none' : parts.join(', ');
}
