import { defineRule } from '../define.ts';
import { portKey } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { count } from '../words.ts';
import { NO_SET, setTeams } from '../helpers/set-teams.ts';

export const teamSizeOutside1To8 = defineRule({
  id: 'SET-01',
  area: 'set',
  title: 'A SET team has 1 to 8 members',
  severity: 'fail',
  sources: ['SET', 'HNR'],
  check: ({ facts }) =>
    judgeEach(setTeams(facts), {
      absent: NO_SET,
      reason: 'An embedded team is made of at least one and at most eight physical ports.',
      held: 'Each SET team has 1 to 8 members.',
      fault: ({ team, label }) => {
        const size = new Set(team.members.map(portKey)).size;
        if (size >= 1 && size <= 8) return null;
        const fix =
          size === 0
            ? 'Add an adapter port to the team.'
            : 'Remove members, or split them over two virtual switches.';
        return { message: `${label} has ${count(size, 'member')}.`, fix };
      },
    }),
});
