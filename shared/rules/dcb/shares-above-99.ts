import { defaultShare } from '../../model/index.ts';
import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { whyNoPolicy } from '../helpers/dcb-scope.ts';

export const sharesAbove99 = defineRule({
  id: 'DCB-29',
  area: 'dcb',
  title: 'Created classes stay below 100 %',
  severity: 'fail',
  sources: ['DCBM'],
  check: ({ facts, plan }) => {
    const why = whyNoPolicy(facts, plan);
    if (why) return notApplicable(why);
    const left = defaultShare(plan.fabric);
    return judgeEach([{ subject: 'fabric' }], {
      absent: '',
      reason: 'The default class keeps at least 1 %; Windows refuses a class that would take it away.',
      held: `The created classes take ${100 - left} % and leave ${left} % to default traffic.`,
      fault: () =>
        left >= 1
          ? null
          : {
              message: `The created classes take ${100 - left} % together.`,
              fix: 'Lower a share until they take at most 99 %.',
            },
    });
  },
});
