import { defineRule } from '../define.ts';
import { conclude, count, notApplicable, violated } from '../results.ts';
import { setTeams, subjectsOf } from './scope.ts';

export const packetDirectWithDynamic = defineRule({
  id: 'SET-13',
  area: 'set',
  title: 'Packet Direct needs Hyper-V Port',
  severity: 'fail',
  sources: ['SET', 'VM'],
  check: ({ facts }) => {
    const teams = setTeams(facts).filter(({ team }) => team.packetDirect);
    if (teams.length === 0) return notApplicable('No SET team uses Packet Direct.');
    const reason = 'Packet Direct works with switch independent teaming and the Hyper-V Port algorithm only.';
    const faults = teams.flatMap(({ team, subject, label }) =>
      team.loadBalancing === 'Dynamic'
        ? [
            violated([subject], {
              message: `${label} has Packet Direct on and balances with Dynamic.`,
              reason,
              fix: 'Turn Packet Direct off, which Validate-DCB wants anyway, or choose HyperVPort.',
            }),
          ]
        : [],
    );
    return conclude(faults, {
      subjects: subjectsOf(teams),
      message: `${count(teams.length, 'SET team')} with Packet Direct: none uses Dynamic.`,
      reason,
    });
  },
});
