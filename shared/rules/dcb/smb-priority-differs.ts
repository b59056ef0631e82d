import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { judged, whyNotLossless } from '../helpers/dcb-scope.ts';

/** No or several lossless priorities are DCB-04's; here it is the one number that has to agree. */
export const smbPriorityDiffers = defineRule({
  id: 'DCB-02',
  area: 'dcb',
  title: 'One SMB Direct priority from end to end',
  severity: 'fail',
  sources: ['CNIC', 'HNR', 'TORQ', 'SEED0'],
  check: ({ facts, plan }) => {
    const why = whyNotLossless(facts, plan);
    if (why) return notApplicable(why);
    const { smbPriority, losslessPriorities } = plan.fabric;
    const hosts = { subject: 'fabric', name: 'The hosts', item: null };
    return judgeEach([hosts, ...judged(facts.roceSwitches)], {
      absent: '',
      reason:
        'PFC pauses one priority. Where a hop uses another number, RoCE frames pass there unprotected and get lost.',
      held: `Hosts and switches use priority ${smbPriority} for SMB Direct.`,
      fault: ({ name, item }) => {
        if (item && item.settings.smbPriority !== smbPriority) {
          return {
            message: `${name} expects SMB Direct on priority ${item.settings.smbPriority}, the hosts send it on ${smbPriority}.`,
            fix: `Set the SMB priority of ${name} to ${smbPriority}, or let it follow the fabric policy.`,
          };
        }
        const lossless = item ? (item.record.overrides.losslessPriorities ?? []) : losslessPriorities;
        const [only] = lossless;
        if (lossless.length !== 1 || only === undefined || only === smbPriority) return null;
        return {
          message: `${name} ${item ? 'runs' : 'run'} PFC on priority ${only}, but SMB Direct is sent on ${smbPriority}.`,
          fix: `Run PFC on priority ${smbPriority}.`,
        };
      },
    });
  },
});
