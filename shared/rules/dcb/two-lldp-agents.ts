import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { whyNotLossless } from '../helpers/dcb-scope.ts';

export const twoLldpAgents = defineRule({
  id: 'DCB-23',
  area: 'dcb',
  title: 'One LLDP agent per port',
  severity: 'warn',
  sources: ['TORL'],
  check: ({ facts, plan }) => {
    const why = whyNotLossless(facts, plan);
    if (why) return notApplicable(why);
    return judgeEach(
      facts.roceSlots.filter(({ adapter }) => adapter.slot.firmwareLldp !== null),
      {
        absent: 'For no RoCE adapter is it written down whether its firmware runs an LLDP agent.',
        reason:
          'Windows runs an agent already. Two agents on one port contradict each other and can drop PFC without any error.',
        held: 'Where it is written down, the LLDP agent in the firmware is off.',
        fault: ({ adapter, label }) =>
          adapter.slot.firmwareLldp
            ? {
                message: `The firmware's LLDP agent is on in ${label}.`,
                fix: "Turn the agent in the firmware off with the maker's tool.",
              }
            : null,
      },
    );
  },
});
