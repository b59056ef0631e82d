import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';
import { listNames } from '../words.ts';
import { NO_SET, setTeams } from '../helpers/set-teams.ts';

export const incompatibleFeature = defineRule({
  id: 'SET-17',
  area: 'set',
  title: 'No feature that SET does not support',
  severity: 'warn',
  sources: ['SET'],
  check: ({ facts }) =>
    judgeEach(setTeams(facts), {
      absent: NO_SET,
      reason: 'On an embedded team these features are switched off or behave in ways nobody can foresee.',
      held: 'No SET team has a feature planned that SET does not support.',
      fault: ({ team, label }) =>
        team.features.length === 0
          ? null
          : {
              message: `${label} is planned with ${listNames(team.features)}.`,
              fix: 'Plan without the feature, or run it on adapters outside the team.',
            },
    }),
});
