import type { RuleResult } from '../define.ts';
import { defineRule } from '../define.ts';
import type { NodeTraits, SwitchTraits } from '../facts.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { listNames } from '../words.ts';

/** What Windows takes for a computer name: 1 to 15 letters, digits and hyphens, no hyphen at either end, not digits alone. */
function isComputerName(name: string): boolean {
  return /^(?!\d+$)[A-Za-z0-9]([A-Za-z0-9-]{0,13}[A-Za-z0-9])?$/.test(name);
}

type Named = NodeTraits | SwitchTraits;

/** Things in groups of two and more that share a name, capitals or not. */
function namesakes(things: readonly Named[]): readonly (readonly Named[])[] {
  const keys = things.map(({ record }) => record.name.toLowerCase());
  if (new Set(keys).size === keys.length) return [];
  const groups = new Map<string, Named[]>();
  things.forEach((thing, i) => {
    const key = keys[i] ?? '';
    const same = groups.get(key);
    if (same) same.push(thing);
    else groups.set(key, [thing]);
  });
  return [...groups.values()].filter((same) => same.length > 1);
}

export const duplicateOrIllegalName = defineRule({
  id: 'NAME-01',
  area: 'catalog',
  title: 'Names are unique and legal',
  severity: 'fail',
  sources: ['ENG'],
  check: ({ facts }) => {
    const { nodes, switches } = facts;
    if (nodes.length + switches.length === 0) return notApplicable('Nothing has a name yet.');
    const reason =
      'Labels, scripts and cable schedules go by names, and Windows does not tell capitals from small letters in them.';
    const twice: RuleResult[] = namesakes([...nodes, ...switches]).map((same) =>
      violated(
        same.map(({ id }) => id),
        {
          message: `${same.length} nodes or switches are called ${listNames([...new Set(same.map(({ record }) => `"${record.name}"`))])}.`,
          reason,
          fix: 'Give each node and switch a name of its own.',
        },
      ),
    );
    const illegal = nodes.filter(({ record }) => !isComputerName(record.name));
    const odd = illegal.map(({ id, record }) =>
      violated(
        [id],
        {
          message: `"${record.name}" cannot be the name of a Windows computer.`,
          reason:
            'A computer name has 1 to 15 letters, digits and hyphens, with no hyphen at either end and not digits alone.',
          fix: 'Use the name the computer will have.',
        },
        'warn',
      ),
    );
    return conclude([...twice, ...odd], {
      subjects: facts.clusterRecords.map(({ id }) => id),
      message: 'Names of nodes and switches are unique, and those of nodes legal in Windows.',
      reason,
    });
  },
});
