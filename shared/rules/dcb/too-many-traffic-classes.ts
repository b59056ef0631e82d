import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { MOST_CLASSES, ownClasses, whyNoPolicy } from '../helpers/dcb-scope.ts';

export const tooManyTrafficClasses = defineRule({
  id: 'DCB-28',
  area: 'dcb',
  title: 'At most 7 own traffic classes',
  severity: 'fail',
  sources: ['DCBM'],
  check: ({ facts, plan }) => {
    const why = whyNoPolicy(facts, plan);
    if (why) return notApplicable(why);
    const classes = ownClasses(plan);
    return judgeEach([{ subject: 'fabric' }], {
      absent: '',
      reason:
        'There are eight traffic classes, and the default one always exists. Some adapters offer fewer still.',
      held: `${classes} classes are created beside the default one.`,
      fault: () =>
        classes <= MOST_CLASSES
          ? null
          : {
              message: `${classes} classes are to be created beside the default one.`,
              fix: `Merge classes until there are at most ${MOST_CLASSES}.`,
            },
    });
  },
});
