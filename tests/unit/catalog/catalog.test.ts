import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog, partSchema } from '../../../shared/catalog/index.ts';
import { adapters } from '../../../shared/catalog/adapters/index.ts';
import { servers } from '../../../shared/catalog/servers/index.ts';
import { switches } from '../../../shared/catalog/switches/index.ts';
import { transceivers } from '../../../shared/catalog/transceivers/index.ts';

describe('the catalog', () => {
  it.each([...catalog.byId.values()])('$id has the shape of its kind', (part) => {
    expect(partSchema.safeParse(part).error?.issues ?? []).toEqual([]);
  });
});
