import { assert } from '../lib/assert.ts';
import type { PartId } from '../lib/ids.ts';
import { compareText } from '../lib/stable-json.ts';
import type { Catalog, Part } from './types.ts';

/** Sorts parts into a catalog, each list by id. A repeated id is a bug and stops the program. */
export function buildCatalog(parts: readonly Part[]): Catalog {
  const sorted = [...parts].sort((a, b) => compareText(a.id, b.id));
  const byId = new Map(sorted.map((part) => [part.id, part]));
  assert(byId.size === parts.length, `catalog ids used twice: ${repeated(sorted).join(', ')}`);
  return {
    adapters: sorted.filter((part) => part.kind === 'adapter'),
    switches: sorted.filter((part) => part.kind === 'switch'),
    servers: sorted.filter((part) => part.kind === 'server'),
    cables: sorted.filter((part) => part.kind === 'cable'),
    transceivers: sorted.filter((part) => part.kind === 'transceiver'),
    byId,
  };
}

function repeated(sorted: readonly Part[]): readonly PartId[] {
  return sorted.filter((part, i) => part.id === sorted[i - 1]?.id).map((part) => part.id);
}

/** Merged catalogs by base and by table of embedded parts: an edit leaves the table alone, so it is merged once. */
const merged = new WeakMap<Catalog, WeakMap<ReadonlyMap<PartId, Part>, Catalog>>();

/**
 * The catalog as one design sees it: parts embedded in the design win over the program's, so that a design
 * keeps the facts it was made with. Without embedded parts the same object comes back.
 */
export function withEmbedded(catalog: Catalog, parts: ReadonlyMap<PartId, Part>): Catalog {
  if (parts.size === 0) return catalog;
  const known = merged.get(catalog) ?? new WeakMap<ReadonlyMap<PartId, Part>, Catalog>();
  merged.set(catalog, known);
  const before = known.get(parts);
  if (before) return before;
  const result = buildCatalog([...new Map([...catalog.byId, ...parts]).values()]);
  known.set(parts, result);
  return result;
}
