import { defineRule } from '../define.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { listNames } from '../words.ts';
import { whyNoRoceSwitch } from '../helpers/dcb-scope.ts';

export const ecnOff = defineRule({
  id: 'DCB-26',
  area: 'dcb',
  title: 'ECN marks storage traffic',
  severity: 'info',
  sources: ['TORQ'],
  check: ({ facts, plan }) => {
    const why = whyNoRoceSwitch(facts);
    if (why) return notApplicable(why);
    const able = facts.roceSwitches.filter(({ part }) => part?.ecn === true);
    if (able.length === 0) return notApplicable('No source says that a switch on a RoCE path supports ECN.');
    const reason =
      'Marked frames let senders slow down before PFC has to stop them; the current reference for switches does so.';
    const off = able.filter(({ settings }) => !settings.ecn);
    const following = off.filter(({ record }) => record.overrides.ecn === null);
    const faults = [
      ...off
        .filter(({ record }) => record.overrides.ecn !== null)
        .map(({ id, record }) =>
          violated([id], {
            message: `ECN is off on ${record.name}, which supports it.`,
            reason,
            fix: `Turn ECN on for the SMB queue of ${record.name}.`,
          }),
        ),
      ...(following.length > 0 && !plan.fabric.ecn
        ? [
            violated(['fabric'], {
              message: `ECN is off in the fabric policy; ${listNames(following.map(({ record }) => record.name))} would support it.`,
              reason,
              fix: 'Turn ECN on in the fabric policy.',
            }),
          ]
        : []),
    ];
    return conclude(faults, {
      subjects: able.map(({ id }) => id),
      message: 'ECN is on at each switch on a RoCE path that supports it.',
      reason,
    });
  },
});
