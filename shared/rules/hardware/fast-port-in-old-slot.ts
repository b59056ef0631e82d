import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';
import { capital, round1 } from '../words.ts';
import { hasFastPort, isHeldBackByOldSlot } from '../helpers/slots.ts';

export const fastPortInOldSlot = defineRule({
  id: 'HW-01',
  area: 'hardware',
  title: 'Ports of 40 Gb/s and more need a PCIe Gen3 slot',
  severity: 'warn',
  sources: ['SEED0'],
  check: ({ facts }) =>
    judgeEach(
      facts.slots.filter((slot) => slot.adapter.part !== null && hasFastPort(slot, facts)),
      {
        absent: 'No known card has a cabled port of 40 Gb/s or more.',
        reason: 'A Gen2 slot moves half of what the card was made for, and the network waits for it.',
        held: 'Each card with a cabled port of 40 Gb/s or more sits in a slot of its own generation or of Gen3.',
        fault: (slot) => {
          if (!isHeldBackByOldSlot(slot, facts)) return null;
          const { slot: record, part, pcie, link } = slot.adapter;
          return {
            message: `${capital(slot.label)} is PCIe Gen${record.gen} x${record.lanes}; the card could train at Gen${part?.pcie.gen ?? 3} and receives ${round1(pcie?.writeGbps ?? 0)} Gb/s over x${link?.lanes ?? record.lanes} at most.`,
            fix: 'Use a slot of Gen3 or newer with as many lanes as the card has.',
          };
        },
      },
    ),
});
