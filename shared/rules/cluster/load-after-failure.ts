import { defineRule } from '../define.ts';
import { shortage } from '../helpers/loads.ts';
import { judgeEach } from '../results.ts';

/** What LOAD-02 reports as too great with nothing lost is not named again, with growth as without. */
export const loadAfterFailure = defineRule({
  id: 'LOAD-03',
  area: 'cluster',
  title: 'The load survives the failure that costs the design most, growth included',
  severity: 'warn',
  sources: ['ENG'],
  check: ({ plan, facts }) =>
    judgeEach(
      facts.loads.filter(({ result }) => result.headroomPercent.now >= 0),
      {
        absent: 'No cluster that runs virtual machines has a load that the network carries.',
        reason: 'A cluster is there to go on when one thing fails. Then what is left must carry the load.',
        held: 'For each load the rate after the failure that costs the design most is higher, growth included.',
        fault: ({ name, result }) => {
          const { headroomPercent, growthPercent, failedRateGbps } = result;
          const isShortNow = headroomPercent.failed < 0;
          const isShortGrown = headroomPercent.grown >= 0 && headroomPercent.grownAndFailed < 0;
          if (!isShortNow && !isShortGrown) return null;
          const factor = isShortNow ? 1 : 1 + growthPercent / 100;
          const growth = isShortNow ? '' : ` and with ${growthPercent} % growth`;
          return {
            message: `After the loss of ${plan.flow.worstCase.failedLabel}${growth} cluster "${name}" ${shortage(result, failedRateGbps, factor)}.`,
            fix: 'Add a second path beside what fails, or enough rate that the rest carries the load.',
          };
        },
      },
    ),
});
