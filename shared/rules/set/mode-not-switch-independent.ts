import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';
import { NO_SET, setTeams } from '../helpers/set-teams.ts';

export const modeNotSwitchIndependent = defineRule({
  id: 'SET-08',
  area: 'set',
  title: 'SET is switch independent',
  severity: 'fail',
  sources: ['SET', 'PSD', 'VM'],
  check: ({ facts }) =>
    judgeEach(setTeams(facts), {
      absent: NO_SET,
      reason:
        'Switch independent is the only teaming mode an embedded team has; it knows neither static teaming nor LACP.',
      held: 'Each SET team is switch independent.',
      fault: ({ team, label }) =>
        team.mode === 'SwitchIndependent'
          ? null
          : {
              message: `${label} is set to mode ${team.mode}.`,
              fix: 'Set the teaming mode to SwitchIndependent.',
            },
    }),
});
