import { defineRule } from '../define.ts';
import { portKey } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { count } from '../words.ts';
import { rdmaTeams } from '../helpers/rdma-teams.ts';

export const vnicsUnlikeMembers = defineRule({
  id: 'RDMA-08',
  area: 'rdma',
  title: 'One RDMA vNIC per team member',
  severity: 'warn',
  sources: ['SET', 'VM', 'HNR'],
  check: ({ facts }) =>
    judgeEach(rdmaTeams(facts), {
      absent: 'No team on Windows Server 2016 or later carries storage over RDMA.',
      reason:
        'Each RDMA vNIC drives one physical port at a time; with fewer vNICs than ports, ports stay idle.',
      held: 'Each team has as many RDMA vNICs as members.',
      fault: ({ team, vnics, label }) => {
        const ports = new Set(team.members.map(portKey)).size;
        const rdma = vnics.filter(({ vnic }) => vnic.rdma).length;
        return ports === rdma
          ? null
          : {
              message: `${label} has ${count(rdma, 'RDMA vNIC')} on ${count(ports, 'member')}.`,
              fix: 'Create one storage vNIC with RDMA per member and map each to its own.',
            };
      },
    }),
});
