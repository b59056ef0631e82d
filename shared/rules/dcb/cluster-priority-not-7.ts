import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { priorityClashes, whyNoPolicy } from '../helpers/dcb-scope.ts';

/** A cluster priority that another class uses as well is DCB-32's; PFC on it is DCB-02's or DCB-04's. */
export const clusterPriorityNot7 = defineRule({
  id: 'DCB-08',
  area: 'dcb',
  title: 'Cluster heartbeats on priority 7',
  severity: 'warn',
  sources: ['HNR', 'ATC'],
  check: ({ facts, plan }) => {
    const why = whyNoPolicy(facts, plan);
    if (why) return notApplicable(why);
    const { clusterPriority } = plan.fabric;
    if (priorityClashes(facts, plan).some(({ priority }) => priority === clusterPriority)) {
      return notApplicable('The cluster priority is used twice; DCB-32 reports that.');
    }
    return judgeEach([{ subject: 'fabric' }], {
      absent: '',
      reason:
        'Heartbeats have a class of their own so that they arrive under load; guides, Network ATC and switch examples put it on 7.',
      held: 'Cluster heartbeats use priority 7.',
      fault: () =>
        clusterPriority === 7
          ? null
          : {
              message: `Cluster heartbeats use priority ${clusterPriority}.`,
              fix: 'Set the cluster priority to 7.',
            },
    });
  },
});
