import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';
import { setTeams } from '../helpers/set-teams.ts';

export const packetDirectWithDynamic = defineRule({
  id: 'SET-13',
  area: 'set',
  title: 'Packet Direct needs Hyper-V Port',
  severity: 'fail',
  sources: ['SET', 'VM'],
  check: ({ facts }) =>
    judgeEach(
      setTeams(facts).filter(({ team }) => team.packetDirect),
      {
        absent: 'No SET team uses Packet Direct.',
        reason: 'Packet Direct works with switch independent teaming and the Hyper-V Port algorithm only.',
        held: 'No SET team with Packet Direct balances with Dynamic.',
        fault: ({ team, label }) =>
          team.loadBalancing === 'Dynamic'
            ? {
                message: `${label} has Packet Direct on and balances with Dynamic.`,
                fix: 'Turn Packet Direct off, which Validate-DCB wants anyway, or choose HyperVPort.',
              }
            : null,
      },
    ),
});
