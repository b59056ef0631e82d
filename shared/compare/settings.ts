import { stableJson } from '../lib/stable-json.ts';
import type { Design, RecordOf, TableName } from '../model/index.ts';
import { compareFields, summarize } from './fields.ts';
import { compareSides, matchRecords } from './match.ts';
import type { SettingChange } from './types.ts';
import type { NameOf } from './words.ts';

interface Area<T extends TableName> {
  readonly table: T;
  readonly title: string;
  readonly nameOf: (record: RecordOf<T>) => string;
}

/** The tables with what the user set, in the order in which they are read. Cables have a list of their own. */
const AREAS = [
  area('project', 'Project', () => ''),
  area('fabric', 'Fabric policy', () => ''),
  area('cabling', 'Cable lengths', () => ''),
  area('racks', 'Racks', ({ name }) => name),
  area('networks', 'Networks', ({ name }) => name),
  area('clusters', 'Clusters', ({ name }) => name),
  area('profiles', 'Profiles', ({ name }) => name),
  area('nodes', 'Nodes', ({ name }) => name),
  area('switches', 'Switches', ({ name }) => name),
  area('acknowledgements', 'Acknowledged findings', ({ rule, subjects }) => `${rule} ${subjects.join(', ')}`),
] as const;

function area<T extends TableName>(table: T, title: string, nameOf: Area<T>['nameOf']): Area<T> {
  return { table, title, nameOf };
}

/** What was set otherwise: records that came, went or changed, field by field, and whether things were moved. */
export function compareSettings(
  before: Design,
  after: Design,
  names: { readonly before: NameOf; readonly after: NameOf },
): readonly SettingChange[] {
  return [
    ...AREAS.flatMap((entry) => compareTable(entry as Area<TableName>, before, after, names)),
    ...comparePlaces(before, after),
  ];
}

function compareTable(
  { table, title, nameOf }: Area<TableName>,
  before: Design,
  after: Design,
  names: { readonly before: NameOf; readonly after: NameOf },
): readonly SettingChange[] {
  if (before[table] === after[table]) return [];
  const pairs = matchRecords<RecordOf<TableName>>(before[table].values(), after[table].values(), nameOf);
  const rows = pairs.flatMap(({ before: was, after: is }): readonly SettingChange[] => {
    const ids = { before: was?.id ?? null, after: is?.id ?? null };
    const subjects = { before: was ? nameOf(was) : '', after: is ? nameOf(is) : '' };
    if (was && is) {
      if (was === is) return [];
      return compareFields(was, is, names).map((change) => ({
        kind: 'changed',
        area: title,
        subjects,
        ids,
        ...change,
      }));
    }
    if (is) {
      const summary = summarize(is, names.after);
      return [{ kind: 'added', area: title, subjects, ids, field: '', before: '', after: summary }];
    }
    const summary = was ? summarize(was, names.before) : '';
    return [{ kind: 'removed', area: title, subjects, ids, field: '', before: summary, after: '' }];
  });
  const rank = ({ subjects, ids }: SettingChange) => ({ names: subjects, ids });
  return rows.sort((p, q) => compareSides(rank(p), rank(q)));
}

function comparePlaces(before: Design, after: Design): readonly SettingChange[] {
  if (before.placements === after.placements) return [];
  const there = (id: string) =>
    (before.nodes.has(id as never) || before.switches.has(id as never)) &&
    (after.nodes.has(id as never) || after.switches.has(id as never));
  const ids = new Set<string>([...before.placements.keys(), ...after.placements.keys()]);
  const moved = [...ids].filter(
    (id) =>
      there(id) &&
      stableJson(before.placements.get(id as never) ?? null) !==
        stableJson(after.placements.get(id as never) ?? null),
  );
  if (moved.length === 0) return [];
  const what = moved.length === 1 ? '1 thing stands elsewhere' : `${moved.length} things stand elsewhere`;
  return [
    {
      kind: 'changed',
      area: 'Drawing',
      subjects: { before: 'Places', after: 'Places' },
      ids: { before: null, after: null },
      field: what,
      before: '',
      after: '',
    },
  ];
}
