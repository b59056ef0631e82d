import { isAtLeast } from '../../model/index.ts';
import { defineRule } from '../define.ts';
import { osName } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { NO_SET, setTeams } from '../helpers/set-teams.ts';

export const osWithoutSet = defineRule({
  id: 'SET-03',
  area: 'set',
  title: 'SET needs Windows Server 2016 or later',
  severity: 'fail',
  sources: ['SET', 'PSD'],
  check: ({ facts }) =>
    judgeEach(setTeams(facts), {
      absent: NO_SET,
      reason:
        'Switch Embedded Teaming came with Windows Server 2016; earlier versions have neither the feature nor its cmdlets.',
      held: 'Each SET team runs on Windows Server 2016 or later.',
      fault: ({ use, label }) =>
        isAtLeast(use.profile.os, '2016')
          ? null
          : {
              message: `${label} is planned on ${osName(use.profile.os)}.`,
              fix: 'Choose Windows Server 2016 or later, or give storage dedicated RDMA adapters without a team.',
            },
    }),
});
