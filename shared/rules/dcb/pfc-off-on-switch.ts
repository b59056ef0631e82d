import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { judged, whyNotLossless, whyNoRoceSwitch } from '../helpers/dcb-scope.ts';

/** A model that cannot do PFC is DCB-19's. */
export const pfcOffOnSwitch = defineRule({
  id: 'DCB-22',
  area: 'dcb',
  title: 'PFC is on at the switch ports of RoCE adapters',
  severity: 'fail',
  sources: ['CSW', 'TORL', 'TORQ'],
  check: ({ facts, plan }) => {
    const why = whyNoRoceSwitch(facts) ?? whyNotLossless(facts, plan);
    if (why) return notApplicable(why);
    return judgeEach(judged(facts.roceSwitches.filter(({ part }) => part?.pfc !== 'unsupported')), {
      absent: 'The switches do not support PFC; DCB-19 reports that.',
      reason:
        'PFC is switched per port and acts between neighbours: with one side off, nobody stops the sender.',
      held: 'PFC is on at each switch that RoCE crosses.',
      fault: ({ name, item }) =>
        item.record.pfc
          ? null
          : {
              message: `PFC is off on ${name}, which RoCE crosses.`,
              fix: `Turn PFC on for the ports of ${name}, forced rather than negotiated.`,
            },
    });
  },
});
