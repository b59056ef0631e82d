import type { Counts, VersionChange } from '../../shared/host/index.ts';

/** Records of a file by table and id, read without judging them: a kept version may be of any format. */
type Records = Readonly<Record<string, ReadonlyMap<string, unknown>>>;

const EMPTY: ReadonlyMap<string, unknown> = new Map();
const DRAWN = ['nodes', 'switches', 'links'] as const;

/** Tables of a design's text; empty ones when it is not a design. */
export function recordsOfText(text: string): Records {
  const file = parse(text);
  const tables: Record<string, ReadonlyMap<string, unknown>> = {};
  for (const [name, value] of Object.entries(
    isObject(file) && isObject(file['records']) ? file['records'] : {},
  )) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    tables[name] = new Map(list.map((record, index) => [idOf(record) ?? String(index), record]));
  }
  return tables;
}

/** How much a version draws. */
export function countRecords(records: Records): Counts {
  return {
    nodes: sizeOf(records, 'nodes'),
    switches: sizeOf(records, 'switches'),
    cables: cablesOf(records).size,
  };
}

/** What is there now and was not before, what went, what was edited, and whether anything else changed. */
export function changeBetween(before: Records, after: Records): VersionChange {
  const [nodes, switches] = DRAWN.map((name) => compare(before[name] ?? EMPTY, after[name] ?? EMPTY));
  const others = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const name of [...DRAWN, 'placements', 'parts']) others.delete(name);
  const differs = (name: string) => !isNothing(compare(before[name] ?? EMPTY, after[name] ?? EMPTY));
  return {
    nodes: nodes ?? NOTHING,
    switches: switches ?? NOTHING,
    cables: compare(cablesOf(before), cablesOf(after)),
    settings: [...others].some(differs),
    moved: differs('placements'),
  };
}

const NOTHING = { added: 0, removed: 0, edited: 0 };

function isNothing({ added, removed, edited }: typeof NOTHING): boolean {
  return added + removed + edited === 0;
}

function compare(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): typeof NOTHING {
  const change = { added: 0, removed: 0, edited: 0 };
  for (const [id, record] of after) {
    if (!before.has(id)) change.added++;
    else if (JSON.stringify(before.get(id)) !== JSON.stringify(record)) change.edited++;
  }
  for (const id of before.keys()) if (!after.has(id)) change.removed++;
  return change;
}

/** Lanes of one breakout cable are one cable. */
function cablesOf(records: Records): ReadonlyMap<string, unknown> {
  const cables = new Map<string, unknown[]>();
  for (const [id, link] of records['links'] ?? EMPTY) {
    const breakout = isObject(link) ? link['breakout'] : null;
    const key = (isObject(breakout) ? idOf(breakout) : null) ?? id;
    cables.set(key, [...(cables.get(key) ?? []), link]);
  }
  return cables;
}

function sizeOf(records: Records, name: string): number {
  return records[name]?.size ?? 0;
}

function idOf(record: unknown): string | null {
  return isObject(record) && typeof record['id'] === 'string' ? record['id'] : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
