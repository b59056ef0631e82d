import { defineRule } from '../define.ts';
import type { SlotUse } from '../facts.ts';
import { conclude, notApplicable, violated } from '../results.ts';

/** Bytes the Ethernet header adds to the IP MTU in *JumboPacket. */
const HEADER = 14;
/** What every Ethernet port carries. */
const STANDARD = 1500;

export const mtuTooSmall = defineRule({
  id: 'DCB-24',
  area: 'dcb',
  title: 'The frame size of storage fits adapters and switches',
  severity: 'fail',
  sources: ['TORQ', 'VX', 'HO', 'ENG'],
  check: ({ facts, plan }) => {
    const frame = plan.fabric.mtu + HEADER;
    const slots = storageSlots();
    if (slots.length === 0) return notApplicable('No interface carries storage.');
    const subjects = [...slots.map(({ subject }) => subject), ...facts.switches.map(({ id }) => id)];
    const reason = 'Frames longer than one hop carries are dropped there, without a word.';
    if (plan.fabric.mtu <= STANDARD) {
      return conclude([], {
        subjects,
        message: `Storage uses frames of ${frame} bytes, which all Ethernet carries.`,
        reason,
      });
    }
    const small = slots.filter(({ adapter }) => (adapter.part?.maxFrameBytes ?? frame) < frame);
    const tight = facts.switches.filter(
      ({ settings, part }) => Math.min(settings.mtu, part?.maxMtu ?? settings.mtu) < frame,
    );
    const faults = [
      ...small.map(({ subject, adapter, label }) =>
        violated([subject], {
          message: `The card in ${label} carries frames of ${adapter.part?.maxFrameBytes ?? 0} bytes, storage uses ${frame}.`,
          reason,
          fix: 'Lower the MTU of the fabric policy, or choose another card.',
        }),
      ),
      ...tight.map(({ id, record, settings, part }) =>
        violated([id], {
          message: `${record.name} carries frames of ${Math.min(settings.mtu, part?.maxMtu ?? settings.mtu)} bytes, storage uses ${frame}.`,
          reason,
          fix:
            (part?.maxMtu ?? frame) < frame
              ? `${part?.model ?? 'The switch'} carries no more: lower the MTU of the fabric policy, or choose another switch.`
              : 'Set the MTU of the switch to 9216, or lower the MTU of the fabric policy.',
        }),
      ),
    ];
    return conclude(faults, {
      subjects,
      message: `Adapters and switches carry storage frames of ${frame} bytes.`,
      reason,
    });

    function storageSlots(): readonly SlotUse[] {
      return [
        ...new Set(
          facts.carriers.flatMap(({ network, slots: used }) => (network.purpose === 'storage' ? used : [])),
        ),
      ];
    }
  },
});
