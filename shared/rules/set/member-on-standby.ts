import { defineRule } from '../define.ts';
import { portKey } from '../facts.ts';
import { conclude, count, listNames, notApplicable, violated } from '../results.ts';
import { NO_SET, setTeams, subjectsOf } from './scope.ts';

export const memberOnStandby = defineRule({
  id: 'SET-10',
  area: 'set',
  title: 'No standby member in a SET team',
  severity: 'fail',
  sources: ['SET'],
  check: ({ facts }) => {
    const teams = setTeams(facts);
    if (teams.length === 0) return notApplicable(NO_SET);
    const reason = 'All members of an embedded team are active; a standby role does not exist.';
    const faults = teams.flatMap(({ team, subject, label }) =>
      team.standby.length === 0
        ? []
        : [
            violated([subject], {
              message: `${label} keeps ${listNames(team.standby.map((ref) => `slot ${portKey(ref)}`))} on standby.`,
              reason,
              fix: 'Make the standby ports active members, or take them out of the team.',
            }),
          ],
    );
    return conclude(faults, {
      subjects: subjectsOf(teams),
      message: `${count(teams.length, 'SET team')}: all members are active.`,
      reason,
    });
  },
});
