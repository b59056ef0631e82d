import { defineRule } from '../define.ts';
import { portKey, type TeamUse } from '../facts.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { listNames } from '../words.ts';
import { rdmaTeams } from '../helpers/rdma-teams.ts';

interface Mappings {
  readonly loose: readonly string[];
  readonly astray: readonly string[];
  /** vNICs that share a member while another one has none. */
  readonly crowded: readonly string[];
}

function mappingsOf({ team, vnics }: TeamUse): Mappings {
  const members = new Set(team.members.map(portKey));
  const rdma = vnics.flatMap(({ vnic }) => (vnic.rdma ? [vnic] : []));
  const byMember = new Map<string, string[]>();
  for (const { name, mappedTo } of rdma) {
    const key = mappedTo && portKey(mappedTo);
    if (key !== null && members.has(key)) byMember.set(key, [...(byMember.get(key) ?? []), name]);
  }
  const free = byMember.size < members.size;
  return {
    loose: members.size > 1 ? rdma.filter(({ mappedTo }) => mappedTo === null).map(({ name }) => name) : [],
    astray: vnics.flatMap(({ vnic }) =>
      vnic.mappedTo && !members.has(portKey(vnic.mappedTo)) ? [vnic.name] : [],
    ),
    crowded: free ? [...byMember.values()].filter((names) => names.length > 1).flat() : [],
  };
}

export const vnicNotMapped = defineRule({
  id: 'RDMA-09',
  area: 'rdma',
  title: 'Each RDMA vNIC is mapped to its own member',
  severity: 'warn',
  sources: ['SET', 'CNIC', 'VM'],
  check: ({ facts }) => {
    const teams = rdmaTeams(facts);
    if (teams.length === 0)
      return notApplicable('No team on Windows Server 2016 or later carries storage over RDMA.');
    const reason =
      'Without a mapping of its own a vNIC takes any member and may move to another, so that two share one port.';
    const faults = teams.flatMap((team) => {
      const { loose, astray, crowded } = mappingsOf(team);
      const parts = [
        ...(loose.length > 0 ? [`${listNames(loose)} ${loose.length === 1 ? 'is' : 'are'} not mapped`] : []),
        ...(crowded.length > 0 ? [`${listNames(crowded)} share a member while another is free`] : []),
        ...(astray.length > 0
          ? [`${listNames(astray)} ${astray.length === 1 ? 'is' : 'are'} mapped to a port outside the team`]
          : []),
      ];
      if (parts.length === 0) return [];
      const telling = {
        message: `${team.label}: ${parts.join('; ')}.`,
        reason,
        fix: 'Map each RDMA vNIC to one member, one to one.',
      };
      return [violated([team.subject], telling, astray.length > 0 ? 'fail' : 'warn')];
    });
    return conclude(faults, {
      subjects: teams.map(({ subject }) => subject),
      message: 'Each RDMA vNIC has a member of its own, or the team has one member only.',
      reason,
    });
  },
});
