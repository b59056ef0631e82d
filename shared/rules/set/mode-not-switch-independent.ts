import { defineRule } from '../define.ts';
import { conclude, count, notApplicable, violated } from '../results.ts';
import { NO_SET, setTeams, subjectsOf } from './scope.ts';

export const modeNotSwitchIndependent = defineRule({
  id: 'SET-08',
  area: 'set',
  title: 'SET is switch independent',
  severity: 'fail',
  sources: ['SET', 'PSD', 'VM'],
  check: ({ facts }) => {
    const teams = setTeams(facts);
    if (teams.length === 0) return notApplicable(NO_SET);
    const reason =
      'Switch independent is the only teaming mode an embedded team has; it knows neither static teaming nor LACP.';
    const faults = teams.flatMap(({ team, subject, label }) =>
      team.mode === 'SwitchIndependent'
        ? []
        : [
            violated([subject], {
              message: `${label} is set to mode ${team.mode}.`,
              reason,
              fix: 'Set the teaming mode to SwitchIndependent.',
            }),
          ],
    );
    return conclude(faults, {
      subjects: subjectsOf(teams),
      message: `${count(teams.length, 'SET team')}: all are switch independent.`,
      reason,
    });
  },
});
