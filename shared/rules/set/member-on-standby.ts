import { defineRule } from '../define.ts';
import { portKey } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { listNames } from '../words.ts';
import { NO_SET, setTeams } from '../helpers/set-teams.ts';

export const memberOnStandby = defineRule({
  id: 'SET-10',
  area: 'set',
  title: 'No standby member in a SET team',
  severity: 'fail',
  sources: ['SET'],
  check: ({ facts }) =>
    judgeEach(setTeams(facts), {
      absent: NO_SET,
      reason: 'All members of an embedded team are active; a standby role does not exist.',
      held: 'All members of each SET team are active.',
      fault: ({ team, label }) =>
        team.standby.length === 0
          ? null
          : {
              message: `${label} keeps ${listNames(team.standby.map((ref) => `port ${portKey(ref)}`))} on standby.`,
              fix: 'Make the standby ports active members, or take them out of the team.',
            },
    }),
});
