import { defineRule } from '../define.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { listNames } from '../words.ts';
import { whyNoRoce } from '../helpers/dcb-scope.ts';

/** The hosts' side; PFC on the switches is DCB-22's. */
export const roceWithoutDcb = defineRule({
  id: 'DCB-01',
  area: 'dcb',
  title: 'RoCE needs DCB on the hosts',
  severity: 'fail',
  sources: ['SET', 'CNIC', 'HNR'],
  check: ({ facts, plan }) => {
    const why = whyNoRoce(facts);
    if (why) return notApplicable(why);
    const reason =
      'RoCE relies on a network that loses nothing: PFC stops the sender in time and ETS keeps its share free.';
    const found = plan.fabric.dcb
      ? []
      : [
          violated(['fabric'], {
            message: `DCB is off while RoCE runs in ${listNames(facts.roceSlots.map(({ label }) => label))}.`,
            reason,
            fix: 'Turn DCB on in the fabric policy: the scripts then install Data-Center-Bridging and set PFC and ETS.',
          }),
        ];
    return conclude(found, { subjects: ['fabric'], message: 'DCB is on for all hosts.', reason });
  },
});
