import { defineRule } from '../define.ts';
import { conclude, count, notApplicable, violated } from '../results.ts';
import { NO_SET, setTeams, subjectsOf } from './scope.ts';

const LEGAL: readonly string[] = ['HyperVPort', 'Dynamic'];

export const loadBalancingIllegal = defineRule({
  id: 'SET-12',
  area: 'set',
  title: 'SET balances by Hyper-V Port or Dynamic',
  severity: 'fail',
  sources: ['SET', 'PSD'],
  check: ({ facts }) => {
    const teams = setTeams(facts);
    if (teams.length === 0) return notApplicable(NO_SET);
    const reason = 'Set-VMSwitchTeam accepts these two algorithms only; the hash modes belong to LBFO teams.';
    const faults = teams.flatMap(({ team, subject, label }) =>
      LEGAL.includes(team.loadBalancing)
        ? []
        : [
            violated([subject], {
              message: `${label} is set to balance by ${team.loadBalancing}.`,
              reason,
              fix: 'Choose HyperVPort, or Dynamic.',
            }),
          ],
    );
    return conclude(faults, {
      subjects: subjectsOf(teams),
      message: `${count(teams.length, 'SET team')}: each uses HyperVPort or Dynamic.`,
      reason,
    });
  },
});
