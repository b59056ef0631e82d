import { defineRule } from '../define.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { whyNoRoceSwitch } from '../helpers/dcb-scope.ts';

/** A product nobody knows is CAT-01's. "Not found in a source" is a warning, not a pass and not a failure. */
export const switchWithoutPfc = defineRule({
  id: 'DCB-19',
  area: 'dcb',
  title: 'Every switch on a RoCE path supports PFC',
  severity: 'fail',
  sources: ['SEED0', 'PNR'],
  check: ({ facts }) => {
    const why = whyNoRoceSwitch(facts);
    if (why) return notApplicable(why);
    const known = facts.roceSwitches.filter(({ part }) => part !== null);
    if (known.length === 0) return notApplicable('The model of no switch is known; CAT-01 reports that.');
    const reason = 'Each hop has to be lossless: one switch without PFC drops RoCE frames under load.';
    const faults = known.flatMap(({ id, record, part }) => {
      if (part?.pfc === 'unsupported') {
        const message = `${record.name} (${part.model}) does not support PFC.`;
        return [
          violated([id], {
            message,
            reason,
            fix: 'Choose a switch with PFC and ETS, or adapters with iWARP.',
          }),
        ];
      }
      if (part?.pfc === 'unknown') {
        const message = `No source says that ${record.name} (${part.model}) supports PFC.`;
        return [
          violated(
            [id],
            { message, reason, fix: 'Ask the maker before you order, or choose a documented model.' },
            'warn',
          ),
        ];
      }
      return [];
    });
    return conclude(faults, {
      subjects: known.map(({ id }) => id),
      message: 'PFC is documented for each switch that RoCE crosses.',
      reason,
    });
  },
});
