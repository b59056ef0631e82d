import { compareText, stableJson } from '../lib/stable-json.ts';
import { TABLE_NAMES, type Design, type TableName } from './design.ts';

interface AnyRecord {
  readonly id: string;
}

/** What changed in one table, by record id. Plain JSON. */
export interface TableDiff {
  readonly added: Readonly<Record<string, AnyRecord>>;
  readonly updated: Readonly<Record<string, readonly [from: AnyRecord, to: AnyRecord]>>;
  readonly removed: Readonly<Record<string, AnyRecord>>;
}

/** What turns one design into another. Tables without a change are left out. */
export type DesignDiff = { readonly [T in TableName]?: TableDiff };

type AnyTable = ReadonlyMap<string, AnyRecord>;

/** What turns `from` into `to`. Records that are the same object, or equal in content, do not appear. */
export function computeDiff(from: Design, to: Design): DesignDiff {
  const diff: Partial<Record<TableName, TableDiff>> = {};
  for (const name of TABLE_NAMES) {
    if (from[name] === to[name]) continue;
    const table = diffTable(from[name], to[name]);
    if (table) diff[name] = table;
  }
  return diff;
}

function diffTable(from: AnyTable, to: AnyTable): TableDiff | null {
  const added: Record<string, AnyRecord> = {};
  const updated: Record<string, readonly [AnyRecord, AnyRecord]> = {};
  const removed: Record<string, AnyRecord> = {};
  for (const [id, record] of to) {
    const before = from.get(id);
    if (!before) added[id] = record;
    else if (before !== record && stableJson(before) !== stableJson(record)) updated[id] = [before, record];
  }
  for (const [id, record] of from) if (!to.has(id)) removed[id] = record;
  const empty = [added, updated, removed].every((part) => Object.keys(part).length === 0);
  return empty ? null : { added, updated, removed };
}

/** True when the diff changes nothing. */
export function isEmptyDiff(diff: DesignDiff): boolean {
  return Object.keys(diff).length === 0;
}

/** The design after the diff. Untouched tables and records keep their identity; tables stay ordered by id. */
export function applyDiff(design: Design, diff: DesignDiff): Design {
  const next: Partial<Record<TableName, unknown>> = {};
  for (const name of TABLE_NAMES) {
    const change = diff[name];
    next[name] = change ? applyTable(design[name], change) : design[name];
  }
  return next as Design;
}

function applyTable(table: AnyTable, diff: TableDiff): AnyTable {
  const next = new Map(table);
  for (const id of Object.keys(diff.removed)) next.delete(id);
  for (const [id, [, to]] of Object.entries(diff.updated)) next.set(id, to);
  const added = Object.entries(diff.added);
  if (added.length === 0) return next;
  for (const [id, record] of added) next.set(id, record);
  return new Map([...next].sort(([a], [b]) => compareText(a, b)));
}

/** The diff that takes `diff` back. */
export function reverseDiff(diff: DesignDiff): DesignDiff {
  const reversed: Partial<Record<TableName, TableDiff>> = {};
  for (const name of TABLE_NAMES) {
    const change = diff[name];
    if (!change) continue;
    const updated: Record<string, readonly [AnyRecord, AnyRecord]> = {};
    for (const [id, [from, to]] of Object.entries(change.updated)) updated[id] = [to, from];
    reversed[name] = { added: change.removed, removed: change.added, updated };
  }
  return reversed;
}
