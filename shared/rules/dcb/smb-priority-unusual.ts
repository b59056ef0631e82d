import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { priorityClashes, whyNoPolicy } from '../helpers/dcb-scope.ts';

/** A number that another class uses as well is reported by DCB-05 or DCB-32, whose fix is the same. */
export const smbPriorityUnusual = defineRule({
  id: 'DCB-03',
  area: 'dcb',
  title: 'SMB Direct on priority 3 or 4',
  severity: 'info',
  sources: ['HNR', 'CNIC'],
  check: ({ facts, plan }) => {
    const why = whyNoPolicy(facts, plan);
    if (why) return notApplicable(why);
    const { smbPriority, defaultPriority } = plan.fabric;
    if (
      smbPriority === defaultPriority ||
      priorityClashes(facts, plan).some(({ priority }) => priority === smbPriority)
    ) {
      return notApplicable('The SMB priority is used twice; DCB-05 or DCB-32 reports that.');
    }
    return judgeEach([{ subject: 'fabric' }], {
      absent: '',
      reason: 'Any of 1 to 7 works when all hops agree; 3 and 4 are what guides and tools expect.',
      held: `SMB Direct uses priority ${smbPriority}.`,
      fault: () =>
        smbPriority === 3 || smbPriority === 4
          ? null
          : {
              message: `SMB Direct uses priority ${smbPriority}.`,
              fix: 'Use priority 3 unless the site has a reason not to.',
            },
    });
  },
});
