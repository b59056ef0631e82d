import { isAtLeast } from '../../model/index.ts';
import { defineRule } from '../define.ts';
import { osName } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { listNames } from '../words.ts';
import { hasRdmaMember } from '../helpers/rdma-teams.ts';

/** A SET team on such a system is SET-03's. */
export const teamRdmaBefore2016 = defineRule({
  id: 'RDMA-11',
  area: 'rdma',
  title: 'RDMA through a team or virtual switch needs 2016',
  severity: 'fail',
  sources: ['SET', 'SMBD'],
  check: ({ facts }) =>
    judgeEach(
      facts.teams.filter(
        (team) => team.team.kind !== 'set' && !isAtLeast(team.use.profile.os, '2016') && hasRdmaMember(team),
      ),
      {
        absent: 'No node of Windows Server 2012 or 2012 R2 has an RDMA card under a team or virtual switch.',
        reason:
          'Before Windows Server 2016 an adapter loses RDMA when it is bound to a team or a virtual switch.',
        held: 'On Windows Server 2012 and 2012 R2 no storage runs through a team or virtual switch.',
        fault: ({ use, vnics, label }) => {
          const names = vnics
            .filter(({ vnic, network }) => vnic.rdma || network.purpose === 'storage')
            .map(({ vnic }) => vnic.name);
          return names.length === 0
            ? null
            : {
                message: `${label} carries ${listNames(names)} over RDMA on ${osName(use.profile.os)}.`,
                fix: 'Give storage RDMA ports of its own outside the team, or use Windows Server 2016 or later.',
              };
        },
      },
    ),
});
