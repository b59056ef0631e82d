import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';
import { NO_SET, setTeams } from '../helpers/set-teams.ts';

const LEGAL: readonly string[] = ['HyperVPort', 'Dynamic'];

export const loadBalancingIllegal = defineRule({
  id: 'SET-12',
  area: 'set',
  title: 'SET balances by Hyper-V Port or Dynamic',
  severity: 'fail',
  sources: ['SET', 'PSD'],
  check: ({ facts }) =>
    judgeEach(setTeams(facts), {
      absent: NO_SET,
      reason: 'Set-VMSwitchTeam accepts these two algorithms only; the hash modes belong to LBFO teams.',
      held: 'Each SET team uses HyperVPort or Dynamic.',
      fault: ({ team, label }) =>
        LEGAL.includes(team.loadBalancing)
          ? null
          : {
              message: `${label} is set to balance by ${team.loadBalancing}.`,
              fix: 'Choose HyperVPort, or Dynamic.',
            },
    }),
});
