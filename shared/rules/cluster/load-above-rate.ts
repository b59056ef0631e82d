import { defineRule } from '../define.ts';
import { shortage } from '../helpers/loads.ts';
import { judgeEach } from '../results.ts';

export const loadAboveRate = defineRule({
  id: 'LOAD-02',
  area: 'cluster',
  title: 'The network carries the load, growth included',
  severity: 'warn',
  sources: ['ENG'],
  check: ({ facts }) =>
    judgeEach(facts.loads, {
      absent: 'No cluster that runs virtual machines has a load.',
      reason: 'Virtual machines that ask more of storage than the network moves wait for it.',
      held: 'For each load the rate between storage and the nodes is higher, growth included.',
      fault: ({ name, result }) => {
        const { headroomPercent, growthPercent, rateGbps } = result;
        if (headroomPercent.grown >= 0) return null;
        const grown = headroomPercent.now >= 0;
        const text = shortage(result, rateGbps, grown ? 1 + growthPercent / 100 : 1);
        return {
          message: grown
            ? `With ${growthPercent} % growth cluster "${name}" ${text}.`
            : `Cluster "${name}" ${text}.`,
          fix: 'Use faster or more adapters where the bottleneck is (see Rates), or spread the load over more nodes.',
        };
      },
    }),
});
