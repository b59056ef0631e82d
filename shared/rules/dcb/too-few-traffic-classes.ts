import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { count } from '../words.ts';
import { judged, whyNoRoceSwitch } from '../helpers/dcb-scope.ts';

/** The default class, SMB and Cluster. */
const NEEDED = 3;

export const tooFewTrafficClasses = defineRule({
  id: 'DCB-20',
  area: 'dcb',
  title: 'The switch offers three traffic classes',
  severity: 'fail',
  sources: ['PNR'],
  check: ({ facts }) => {
    const why = whyNoRoceSwitch(facts);
    if (why) return notApplicable(why);
    return judgeEach(
      judged(facts.roceSwitches.filter(({ part }) => (part?.trafficClasses ?? null) !== null)),
      {
        absent: 'How many traffic classes the switches have is not known.',
        reason:
          'Storage switches need classes for SMB Direct, cluster heartbeats and all else, one of them lossless.',
        held: 'Each switch whose classes are known has three or more.',
        fault: ({ name, item: { part } }) => {
          const classes = part?.trafficClasses ?? NEEDED;
          return classes >= NEEDED
            ? null
            : {
                message: `${name} (${part?.model ?? ''}) has ${count(classes, 'traffic class', 'traffic classes')}.`,
                fix: 'Choose a model with three or more.',
              };
        },
      },
    );
  },
});
