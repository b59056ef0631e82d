import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { whyNoPolicy } from './scope.ts';

/** Eight in all, of which Windows keeps one as the default class. */
const MOST = 7;

export const tooManyTrafficClasses = defineRule({
  id: 'DCB-28',
  area: 'dcb',
  title: 'At most 7 own traffic classes',
  severity: 'fail',
  sources: ['DCBM'],
  check: ({ facts, plan }) => {
    const why = whyNoPolicy(facts, plan);
    if (why) return notApplicable(why);
    const classes = 2 + plan.fabric.extraClasses.length;
    return judgeEach([{ subject: 'fabric' }], {
      absent: '',
      reason:
        'There are eight traffic classes, and the default one always exists. Some adapters offer fewer still.',
      held: `${classes} classes are created beside the default one.`,
      fault: () =>
        classes <= MOST
          ? null
          : {
              message: `${classes} classes are to be created beside the default one.`,
              fix: `Merge classes until there are at most ${MOST}.`,
            },
    });
  },
});
