import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { TABLES, TABLE_NAMES, checkIntegrity } from '../../../shared/model/index.ts';
import { templates } from '../../../shared/templates/index.ts';

describe.each(templates)('template $id', (template) => {
  const design = template.build();

  it('refers only to what it holds', () => {
    expect(checkIntegrity(design)).toEqual([]);
  });

  it('survives its schemas unchanged', () => {
    for (const table of TABLE_NAMES) {
      for (const record of design[table].values()) expect(TABLES[table].parse(record), table).toEqual(record);
    }
  });

  it('names only products of the catalog', () => {
    const named = [
      ...[...design.profiles.values()].flatMap((profile) => [profile.serverId, ...profile.adapters.map((card) => card.partId)]),
      ...[...design.switches.values()].map((entry) => entry.partId),
    ];
    expect(named.filter((id) => !catalog.byId.has(id))).toEqual([]);
  });
});
