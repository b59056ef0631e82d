import { defineRule } from '../define.ts';
import type { ProfileUse } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { listNames } from '../words.ts';

/** Windows names that two ports, or a port and a vNIC, of a node would have. */
function repeatedNames({ sample }: ProfileUse): readonly string[] {
  const names = [
    ...sample.adapters.flatMap(({ ports }) => ports.map(({ name }) => name)),
    ...sample.endpoints.filter(({ kind }) => kind === 'vnic').map(({ name }) => name),
  ];
  const seen = new Set<string>();
  const twice = names.filter((name) => {
    const key = name.toLowerCase();
    const known = seen.has(key);
    seen.add(key);
    return known;
  });
  return [...new Set(twice)];
}

export const adapterNameTwice = defineRule({
  id: 'NAME-02',
  area: 'catalog',
  title: 'Network adapters of a node have different names',
  severity: 'fail',
  sources: ['ENG'],
  check: ({ facts }) =>
    judgeEach(
      facts.profiles.map((use) => ({ subject: use.profile.id, use })),
      {
        absent: 'There is no node.',
        reason: 'Windows gives a name to one adapter only; the script would stop when it names the second.',
        held: 'Within each node the names of network adapters differ.',
        fault: ({ use }) => {
          const names = repeatedNames(use);
          return names.length === 0
            ? null
            : {
                message: `Profile "${use.profile.name}" of ${use.names} gives the name ${listNames(names.map((name) => `"${name}"`))} to two network adapters.`,
                fix: 'Rename one of them in the profile.',
              };
        },
      },
    ),
});
