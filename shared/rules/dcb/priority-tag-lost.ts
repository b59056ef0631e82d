import { defineRule } from '../define.ts';
import { isRoce } from '../facts.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { whyNoRoce } from '../helpers/dcb-scope.ts';

export const priorityTagLost = defineRule({
  id: 'DCB-16',
  area: 'dcb',
  title: 'Storage vNICs keep their priority tag',
  severity: 'warn',
  sources: ['CNIC', 'VM'],
  check: ({ facts }) => {
    const why = whyNoRoce(facts);
    if (why) return notApplicable(why);
    return judgeEach(
      facts.carriers.filter(({ vnic, protocols }) => vnic !== null && [...protocols].some(isRoce)),
      {
        absent: 'RoCE runs on dedicated ports, not on host vNICs.',
        reason: 'Without IeeePriorityTag the virtual switch clears the 802.1p bits of what the vNIC sends.',
        held: 'Each RoCE vNIC keeps its priority tag.',
        fault: ({ vnic, label }) =>
          vnic?.priorityTag
            ? null
            : {
                message: `The priority tag is off for ${label}.`,
                fix: 'Turn IeeePriorityTag on for the vNIC.',
              },
      },
    );
  },
});
