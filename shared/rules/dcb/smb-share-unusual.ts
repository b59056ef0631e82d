import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { whyNoPolicy } from '../helpers/dcb-scope.ts';

/** Range over the published guides: 30 % (RDMA and SET), 50 % (host network requirements), 60 % (RoCE on 2012 R2). */
const LEAST = 30;
const MOST = 60;

export const smbShareUnusual = defineRule({
  id: 'DCB-10',
  area: 'dcb',
  title: 'SMB share about 50 %',
  severity: 'info',
  sources: ['HNR', 'ATC', 'SET', 'SEED0', 'VX'],
  check: ({ facts, plan }) => {
    const why = whyNoPolicy(facts, plan);
    if (why) return notApplicable(why);
    const { smbShare } = plan.fabric;
    return judgeEach([{ subject: 'fabric' }], {
      absent: '',
      reason:
        'Half of the port is what current guidance and Network ATC keep for storage; older guides went from 30 to 60 %.',
      held: `The SMB class has ${smbShare} %.`,
      fault: () =>
        smbShare >= LEAST && smbShare <= MOST
          ? null
          : {
              message: `The SMB class has ${smbShare} %.`,
              fix: 'Use 50 % unless measurements say otherwise.',
            },
    });
  },
});
