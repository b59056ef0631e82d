import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';
import { round1 } from '../words.ts';
import { cablingOf, isCabled, isHeldBackByOldSlot } from '../helpers/slots.ts';

/** Slots HW-01 reports are not named again. */
export const slotSlowerThanPorts = defineRule({
  id: 'HW-02',
  area: 'hardware',
  title: 'The PCIe link carries all cabled ports',
  severity: 'warn',
  sources: ['ENG'],
  check: ({ facts }) =>
    judgeEach(
      facts.slots.filter(
        (slot) => slot.adapter.pcie !== null && isCabled(slot, facts) && !isHeldBackByOldSlot(slot, facts),
      ),
      {
        absent: 'No known card with a cable sits in a slot that HW-01 does not report.',
        reason: 'The ports share one PCIe link. What exceeds it never reaches the server.',
        held: 'For each card the PCIe link carries at least the line rate of its cabled ports.',
        fault: (slot) => {
          const { pcie, link } = slot.adapter;
          const rate = cablingOf(slot, facts).dataRateGbps;
          if (!pcie || !link || rate <= pcie.encodedGbps) return null;
          return {
            message: `The cabled ports of ${slot.label} add up to ${round1(rate)} Gb/s, its PCIe link (Gen${link.gen} x${link.lanes}) carries ${round1(pcie.encodedGbps)} Gb/s.`,
            fix: 'Use a slot with more lanes or a newer generation, cable fewer ports, or accept the limit.',
          };
        },
      },
    ),
});
