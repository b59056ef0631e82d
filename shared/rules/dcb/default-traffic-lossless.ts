import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { whyNotLossless } from '../helpers/dcb-scope.ts';

export const defaultTrafficLossless = defineRule({
  id: 'DCB-05',
  area: 'dcb',
  title: 'Default traffic stays out of the lossless class',
  severity: 'fail',
  sources: ['CNIC', 'HNR', 'SEED0'],
  check: ({ facts, plan }) => {
    const why = whyNotLossless(facts, plan);
    if (why) return notApplicable(why);
    const { smbPriority, defaultPriority } = plan.fabric;
    return judgeEach([{ subject: 'fabric' }], {
      absent: '',
      reason:
        'With the priority of SMB Direct, all traffic without a policy of its own would enter the lossless class and hold up storage.',
      held: `Default traffic uses priority ${defaultPriority}, SMB Direct ${smbPriority}.`,
      fault: () =>
        defaultPriority === smbPriority
          ? {
              message: `Default traffic and SMB Direct both use priority ${smbPriority}.`,
              fix: smbPriority === 0 ? 'Send SMB Direct on priority 3.' : 'Set the default priority to 0.',
            }
          : null,
    });
  },
});
