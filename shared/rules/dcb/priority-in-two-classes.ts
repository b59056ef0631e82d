import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { listNames } from '../words.ts';
import { MOST_CLASSES, ownClasses, priorityClashes, whyNoPolicy } from '../helpers/dcb-scope.ts';

/** With RoCE, default traffic on the SMB priority is DCB-05's. */
export const priorityInTwoClasses = defineRule({
  id: 'DCB-32',
  area: 'dcb',
  title: 'Each priority is used once',
  severity: 'fail',
  sources: ['ENG'],
  check: ({ facts, plan }) => {
    const why = whyNoPolicy(facts, plan);
    if (why) return notApplicable(why);
    if (ownClasses(plan) > MOST_CLASSES) {
      return notApplicable('There are more classes than priorities; DCB-28 reports that.');
    }
    const clashes = priorityClashes(facts, plan);
    return judgeEach([{ subject: 'fabric' }], {
      absent: '',
      reason:
        'A priority belongs to one traffic class; kinds of traffic that use the same number cannot be told apart.',
      held: 'Each class has a priority of its own.',
      fault: () =>
        clashes.length === 0
          ? null
          : {
              message: clashes
                .map(({ priority, names }) => `Priority ${priority} is used by ${listNames(names)}.`)
                .join(' '),
              fix: 'Give each class its own priority: SMB 3, cluster 7, default 0.',
            },
    });
  },
});
