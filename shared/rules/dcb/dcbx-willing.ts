import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { judged, whyNoPolicy } from '../helpers/dcb-scope.ts';

/** A switch that merely follows a wrong policy is not named again. */
export const dcbxWilling = defineRule({
  id: 'DCB-13',
  area: 'dcb',
  title: 'DCBX willing is off on both sides',
  severity: 'fail',
  sources: ['VM', 'TORQ', 'SEED0'],
  check: ({ facts, plan }) => {
    const why = whyNoPolicy(facts, plan);
    if (why) return notApplicable(why);
    const own = judged(facts.switches.filter(({ record }) => record.overrides.dcbxWilling !== null));
    return judgeEach([{ subject: 'fabric', name: 'The fabric policy', item: null }, ...own], {
      absent: '',
      reason:
        'Windows takes its DCB settings from the script, not from its neighbour. A willing side lets the other one overwrite them.',
      held: 'No side is willing to take over settings.',
      fault: ({ name, item }) =>
        (item ? item.settings.dcbxWilling : plan.fabric.dcbxWilling)
          ? {
              message: `${name} has DCBX willing on.`,
              fix: 'Turn willing off and set the same values on both sides.',
            }
          : null,
    });
  },
});
