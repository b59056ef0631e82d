import { isAtLeast } from '../../model/index.ts';
import { defineRule } from '../define.ts';
import { osName } from '../facts.ts';
import { conclude, count, notApplicable, violated } from '../results.ts';
import { NO_SET, setTeams, subjectsOf } from './scope.ts';

export const osWithoutSet = defineRule({
  id: 'SET-03',
  area: 'set',
  title: 'SET needs Windows Server 2016 or later',
  severity: 'fail',
  sources: ['SET', 'PSD'],
  check: ({ facts }) => {
    const teams = setTeams(facts);
    if (teams.length === 0) return notApplicable(NO_SET);
    const reason =
      'Switch Embedded Teaming came with Windows Server 2016; earlier versions have neither the feature nor its cmdlets.';
    const faults = teams.flatMap(({ use, subject, label }) =>
      isAtLeast(use.profile.os, '2016')
        ? []
        : [
            violated([subject], {
              message: `${label} runs on ${osName(use.profile.os)}.`,
              reason,
              fix: 'Choose Windows Server 2016 or later, or give storage dedicated RDMA adapters without a team.',
            }),
          ],
    );
    return conclude(faults, {
      subjects: subjectsOf(teams),
      message: `${count(teams.length, 'SET team')}: all run on Windows Server 2016 or later.`,
      reason,
    });
  },
});
