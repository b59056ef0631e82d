import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { whyNotLossless } from '../helpers/dcb-scope.ts';

export const adapterQosOff = defineRule({
  id: 'DCB-14',
  area: 'dcb',
  title: 'QoS is on for each RoCE adapter',
  severity: 'fail',
  sources: ['SET', 'VM'],
  check: ({ facts, plan }) => {
    const why = whyNotLossless(facts, plan);
    if (why) return notApplicable(why);
    return judgeEach(facts.roceSlots, {
      absent: '',
      reason: 'Classes and PFC set in Windows reach only adapters on which QoS has been enabled.',
      held: 'QoS is on for each RoCE adapter.',
      fault: ({ adapter, label }) =>
        adapter.slot.qos
          ? null
          : {
              message: `QoS is off in ${label}.`,
              fix: `Turn QoS on for slot ${adapter.slot.slot} of the profile.`,
            },
    });
  },
});
