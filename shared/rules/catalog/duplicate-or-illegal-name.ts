import type { RuleResult } from '../define.ts';
import { defineRule } from '../define.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { listNames } from '../words.ts';

/** What Windows takes for a computer name: 1 to 15 letters, digits and hyphens, no hyphen at either end, not digits alone. */
function isComputerName(name: string): boolean {
  return /^(?!\d+$)[A-Za-z0-9]([A-Za-z0-9-]{0,13}[A-Za-z0-9])?$/.test(name);
}

export const duplicateOrIllegalName = defineRule({
  id: 'NAME-01',
  area: 'catalog',
  title: 'Names are unique and legal',
  severity: 'fail',
  sources: ['ENG'],
  check: ({ plan }) => {
    const named = [
      ...plan.nodes.map(({ id, record }) => ({ id: id, name: record.name })),
      ...plan.switches.map(({ id, record }) => ({ id: id, name: record.name })),
    ];
    if (named.length === 0) return notApplicable('Nothing has a name yet.');
    const byName = new Map<string, { readonly id: string; readonly name: string }[]>();
    for (const one of named) {
      const key = one.name.toLowerCase();
      const same = byName.get(key);
      if (same) same.push(one);
      else byName.set(key, [one]);
    }
    const reason =
      'Labels, scripts and cable schedules go by names, and Windows does not tell capitals from small letters in them.';
    const twice: RuleResult[] = [...byName.values()]
      .filter((same) => same.length > 1)
      .map((same) =>
        violated(
          same.map(({ id }) => id),
          {
            message: `${same.length} nodes or switches are called ${listNames([...new Set(same.map(({ name }) => `"${name}"`))])}.`,
            reason,
            fix: 'Give each node and switch a name of its own.',
          },
        ),
      );
    const illegal = plan.nodes.filter(({ record }) => !isComputerName(record.name));
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
      subjects: plan.clusters.map(({ record }) => record.id),
      message: 'Names of nodes and switches are unique, and those of nodes legal in Windows.',
      reason,
    });
  },
});
