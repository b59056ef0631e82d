import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { listNames } from '../words.ts';
import { judged, whyNotLossless } from '../helpers/dcb-scope.ts';

/** One lossless priority that is not the SMB one is DCB-02's. */
export const losslessNotExactlyOne = defineRule({
  id: 'DCB-04',
  area: 'dcb',
  title: 'Exactly one lossless priority',
  severity: 'fail',
  sources: ['SET', 'CNIC', 'VG'],
  check: ({ facts, plan }) => {
    const why = whyNotLossless(facts, plan);
    if (why) return notApplicable(why);
    const { smbPriority, losslessPriorities } = plan.fabric;
    const own = judged(
      facts.roceSwitches.filter(({ record }) => record.overrides.losslessPriorities !== null),
    );
    return judgeEach([{ subject: 'fabric', name: 'The fabric policy', item: null }, ...own], {
      absent: '',
      reason:
        'Only the class of SMB Direct is to be lossless: without PFC it loses frames, with PFC on more priorities others stall it.',
      held: 'PFC runs on one priority.',
      fault: ({ name, item }) => {
        const lossless = [...new Set(item ? item.settings.losslessPriorities : losslessPriorities)];
        if (lossless.length === 1) return null;
        const found = lossless.length === 0 ? 'no priority' : `priorities ${listNames(lossless.map(String))}`;
        return { message: `${name} runs PFC on ${found}.`, fix: `Run PFC on priority ${smbPriority} alone.` };
      },
    });
  },
});
