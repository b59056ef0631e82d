import { isAtLeast } from '../../model/index.ts';
import { defineRule } from '../define.ts';
import { portKey, type TeamUse } from '../facts.ts';
import { judgeEach } from '../results.ts';

/** Why an LBFO team has no place here, in words; null when it does no harm. */
function harm({ team, use, members, label }: TeamUse): string | null {
  const set = use.profile.teams.filter(({ kind }) => kind === 'set');
  const own = new Set(team.members.map(portKey));
  const shared = set.find((other) => other.members.some((ref) => own.has(portKey(ref))));
  if (shared) return `${label} and SET team "${shared.name}" claim the same port.`;
  if (team.virtualSwitch) return `${label} is the uplink of a virtual switch.`;
  const rdma = members.find(({ slot }) => slot?.adapter.rdma);
  return rdma ? `${label} holds port ${portKey(rdma.ref)}, on whose card RDMA is on.` : null;
}

/** Before 2016 LBFO is the only teaming there is; RDMA-11 looks at those nodes. */
export const lbfoBesideSet = defineRule({
  id: 'SET-15',
  area: 'set',
  title: 'No LBFO team under a virtual switch or on RDMA ports',
  severity: 'fail',
  sources: ['HNR', 'VM'],
  check: ({ facts }) =>
    judgeEach(
      facts.teams.filter(({ team, use }) => team.kind === 'lbfo' && isAtLeast(use.profile.os, '2016')),
      {
        absent: 'No node of Windows Server 2016 or later has an LBFO team.',
        reason:
          'From Windows Server 2016 on, SET is the teaming that works with RDMA and Storage Spaces Direct; LBFO takes RDMA away.',
        held: 'No LBFO team carries a virtual switch or an RDMA port.',
        fault: (team) => {
          const message = harm(team);
          return message === null ? null : { message, fix: 'Remove the LBFO team and make it a SET team.' };
        },
      },
    ),
});
