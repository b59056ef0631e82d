import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { judged, whyNotLossless } from '../helpers/dcb-scope.ts';

export const pauseWithPfc = defineRule({
  id: 'DCB-18',
  area: 'dcb',
  title: 'No global pause beside PFC',
  severity: 'fail',
  sources: ['CSW', 'OS9', 'GEN'],
  check: ({ facts, plan }) => {
    const why = whyNotLossless(facts, plan);
    if (why) return notApplicable(why);
    const switches = judged(facts.roceSwitches.filter(({ record }) => record.pfc));
    return judgeEach([{ subject: 'fabric', name: 'The hosts', item: null }, ...switches], {
      absent: '',
      reason:
        '802.3x pause stops the whole link, PFC one priority. A port runs the one or the other; with pause on, PFC is refused or ignored.',
      held: '802.3x pause is off wherever PFC runs.',
      fault: ({ name, item }) =>
        (item ? item.record.globalPause : plan.fabric.hostFlowControl)
          ? {
              message: item
                ? `${name} runs 802.3x pause and PFC on its host ports.`
                : 'The hosts run 802.3x pause beside PFC.',
              fix: item
                ? `Turn flow control off on the host ports of ${name}.`
                : 'Turn host flow control off in the fabric policy.',
            }
          : null,
    });
  },
});
