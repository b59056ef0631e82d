import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { whyNotLossless } from '../helpers/dcb-scope.ts';

export const kernelDebugger = defineRule({
  id: 'DCB-25',
  area: 'dcb',
  title: 'A kernel debugger keeps flow control off',
  severity: 'info',
  sources: ['SET', 'SEED0', 'CNIC'],
  check: ({ facts, plan }) => {
    const why = whyNotLossless(facts, plan);
    if (why) return notApplicable(why);
    const uses = facts.profiles.map((use) => ({ subject: use.profile.id, use }));
    return judgeEach(uses, {
      absent: '',
      reason: 'While a debugger is attached, NDIS leaves flow control off, and PFC with it.',
      held: 'No node runs a kernel debugger.',
      fault: ({ use }) =>
        use.profile.kernelDebugger
          ? {
              message: `A kernel debugger is attached to ${use.names}.`,
              fix: 'Remove it, or let the script set AllowFlowControlUnderDebugger to 1.',
            }
          : null,
    });
  },
});
