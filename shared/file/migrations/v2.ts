import type { Migration } from './define.ts';

type Plain = Record<string, unknown>;

/** Racks, lengths by rule, and breakout cables. */
export const toVersion2: Migration = {
  to: 2,
  name: 'racks, rules for lengths and breakout cables',
  migrate(file) {
    const records = file['records'] as Plain;
    records['cabling'] = {
      id: 'cabling',
      sameRackM: 2,
      nextRackM: 5,
      furtherRackM: 2,
      noRackM: 3,
      pairs: [],
    };
    records['racks'] = [];
    for (const table of ['nodes', 'switches'])
      for (const record of listOf(records, table)) record['rackId'] = null;
    for (const link of listOf(records, 'links')) link['breakout'] = null;
    for (const part of listOf(records, 'parts')) {
      if (part['kind'] === 'cable') part['ways'] = 1;
      if (part['kind'] === 'switch') for (const group of listOf(part, 'portGroups')) group['splits'] = [];
    }
  },
};

/** The records of a list; a file may hold anything there, which validation will tell. */
function listOf(of: Plain, key: string): Plain[] {
  const list = of[key];
  if (!Array.isArray(list)) return [];
  return list.filter((item): item is Plain => typeof item === 'object' && item !== null);
}
