import { defineRule } from '../define.ts';
import { shortage } from '../helpers/loads.ts';
import { judgeEach } from '../results.ts';

/** Loads that LOAD-02 reports as too great with nothing lost are not named again. */
export const loadAfterFailure = defineRule({
  id: 'LOAD-03',
  area: 'cluster',
  title: 'The load survives the worst single failure',
  severity: 'warn',
  sources: ['ENG'],
  check: ({ plan, facts }) =>
    judgeEach(
      facts.loads.filter(({ result }) => result.headroomPercent.now >= 0),
      {
        absent: 'No cluster that runs virtual machines has a load that the network carries.',
        reason: 'A cluster is there to go on when one thing fails. Then what is left must carry the load.',
        held: 'For each load the rate after the worst single failure is higher.',
        fault: ({ name, result }) =>
          result.headroomPercent.failed >= 0
            ? null
            : {
                message: `After the loss of ${plan.flow.worstCase.failedLabel} cluster "${name}" ${shortage(result, result.failedRateGbps, 1)}.`,
                fix: 'Add a second path beside what fails, or enough rate that the rest carries the load.',
              },
      },
    ),
});
