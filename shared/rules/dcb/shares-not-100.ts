import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { judged, whyNoPolicy } from '../helpers/dcb-scope.ts';
import { shareTotal } from '../helpers/shares.ts';

/** On hosts the default class takes what is left, so they can only ask for too much: that is DCB-29's. */
export const sharesNot100 = defineRule({
  id: 'DCB-11',
  area: 'dcb',
  title: 'ETS shares add up to 100 %',
  severity: 'fail',
  sources: ['VG', 'CNIC'],
  check: ({ facts, plan }) => {
    const why = whyNoPolicy(facts, plan);
    if (why) return notApplicable(why);
    return judgeEach(judged(facts.switches.filter(({ record }) => record.overrides.shares !== null)), {
      absent: 'All switches follow the fabric policy, whose default class takes what the others leave.',
      reason:
        'ETS divides the whole port. Shares that do not add up to 100 % are refused or do something else than planned.',
      held: 'The shares of each switch add up to 100 %.',
      fault: ({ name, item }) => {
        const { smb, cluster, default: rest } = item.settings.shares;
        const total = shareTotal(item);
        return total === 100
          ? null
          : {
              message: `${name}: SMB ${smb} %, cluster ${cluster} % and default ${rest} % add up to ${total} %.`,
              fix: `Set the default share of ${name} to ${Math.max(0, 100 - smb - cluster)} %, or let it follow the fabric policy.`,
            };
      },
    });
  },
});
