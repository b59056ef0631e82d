import { defineRule } from '../define.ts';
import { portKey } from '../facts.ts';
import { conclude, count, notApplicable, violated } from '../results.ts';
import { NO_SET, setTeams, subjectsOf } from './scope.ts';

export const teamSizeOutside1To8 = defineRule({
  id: 'SET-01',
  area: 'set',
  title: 'A SET team has 1 to 8 members',
  severity: 'fail',
  sources: ['SET', 'HNR'],
  check: ({ facts }) => {
    const teams = setTeams(facts);
    if (teams.length === 0) return notApplicable(NO_SET);
    const reason = 'An embedded team is made of at least one and at most eight physical ports.';
    const faults = teams.flatMap(({ team, subject, label }) => {
      const size = new Set(team.members.map(portKey)).size;
      if (size >= 1 && size <= 8) return [];
      const fix =
        size === 0
          ? 'Add at least one adapter port to the team.'
          : 'Remove members, or split them over two virtual switches.';
      return [violated([subject], { message: `${label} has ${count(size, 'member')}.`, reason, fix })];
    });
    return conclude(faults, {
      subjects: subjectsOf(teams),
      message: `${count(teams.length, 'SET team')}: each has 1 to 8 members.`,
      reason,
    });
  },
});
