import { describe, expect, it } from 'vitest';
import {
  adapterPart,
  buildCatalog,
  cablePart,
  catalog,
  portNames,
  serverPart,
  switchPart,
  transceiverPart,
  withEmbedded,
  type AdapterPart,
  type Part,
} from '../../../shared/catalog/index.ts';
import { id, type PartId } from '../../../shared/lib/ids.ts';

const known = catalog.adapters[0] as AdapterPart;
const table = (...parts: Part[]) => new Map(parts.map((part) => [part.id, part]));

describe('buildCatalog', () => {
  it('refuses an id used twice and names it', () => {
    expect(() => buildCatalog([known, { ...known, model: 'other' }])).toThrow(known.id);
  });

  it('sorts each list by id and leaves its input alone', () => {
    const input = [catalog.adapters[2], catalog.adapters[1], catalog.adapters[0]] as AdapterPart[];
    const before = [...input];
    expect(buildCatalog(input).adapters).toEqual(catalog.adapters.slice(0, 3));
    expect(input).toEqual(before);
  });
});

describe('withEmbedded', () => {
  it('gives the same object back for a design without copies', () => {
    expect(withEmbedded(catalog, new Map())).toBe(catalog);
  });

  it('lets the copy in the design win and keeps the program’s own', () => {
    const copy: AdapterPart = { ...known, model: 'as it was bought' };
    const seen = withEmbedded(catalog, table(copy));
    expect(seen.byId.get(known.id)).toBe(copy);
    expect(seen.adapters.find((part) => part.id === known.id)).toBe(copy);
    expect(seen.adapters).toHaveLength(catalog.adapters.length);
    expect(catalog.byId.get(known.id)).toBe(known);
  });

  it('takes in a product the program does not know, in order', () => {
    const foreign: AdapterPart = { ...known, id: id<PartId>('a-foreign-card') };
    const seen = withEmbedded(catalog, table(foreign));
    expect(seen.adapters[0]).toBe(foreign);
    expect(seen.byId.size).toBe(catalog.byId.size + 1);
  });

  it('merges one table of copies once', () => {
    const parts = table({ ...known, model: 'copy' });
    expect(withEmbedded(catalog, parts)).toBe(withEmbedded(catalog, parts));
  });
});

describe('lookup', () => {
  it('finds a product under its own kind only', () => {
    expect(adapterPart(catalog, known.id)).toBe(known);
    expect(switchPart(catalog, known.id)).toBeNull();
    expect(serverPart(catalog, known.id)).toBeNull();
    expect(cablePart(catalog, known.id)).toBeNull();
    expect(transceiverPart(catalog, known.id)).toBeNull();
    expect(adapterPart(catalog, id<PartId>('no-such-part'))).toBeNull();
  });
});

describe('portNames', () => {
  it('counts with both ends, in order', () => {
    expect(portNames('Ethernet#/1', 49, 51)).toEqual(['Ethernet49/1', 'Ethernet50/1', 'Ethernet51/1']);
  });

  it('refuses a pattern without a place for the number', () => {
    expect(() => portNames('swp', 1, 2)).toThrow(/swp/);
  });
});
