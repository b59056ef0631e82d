import { usualClusterShare } from '../../plan/index.ts';
import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { listNames } from '../words.ts';
import { whyNoPolicy } from '../helpers/dcb-scope.ts';

export const clusterShareUnusual = defineRule({
  id: 'DCB-09',
  area: 'dcb',
  title: 'Cluster share of 2 % up to 10 Gb/s, 1 % above',
  severity: 'warn',
  sources: ['HNR', 'ATC', 'VG', 'TORQ'],
  check: ({ facts, plan }) => {
    const why = whyNoPolicy(facts, plan);
    if (why) return notApplicable(why);
    const speeds = facts.rdmaSpeeds;
    if (speeds.length === 0) return notApplicable('No RDMA port is cabled, so no line speed is known.');
    const { clusterShare } = plan.fabric;
    const right = [...new Set(speeds.map((speed) => usualClusterShare([speed])))];
    return judgeEach([{ subject: 'fabric' }], {
      absent: '',
      reason:
        'The published reservation for heartbeats is 2 % of ports up to 10 Gb/s and 1 % of faster ones; Validate-DCB accepts no more than 2 %.',
      held: `The cluster class has ${clusterShare} %.`,
      fault: () =>
        right.includes(clusterShare)
          ? null
          : {
              message: `The cluster class has ${clusterShare} % on ports of ${listNames(speeds.map(String))} Gb/s.`,
              fix: `Leave the cluster share to the program, or set it to ${right.join(' or ')} %.`,
            },
    });
  },
});
