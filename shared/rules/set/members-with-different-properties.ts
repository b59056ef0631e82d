import { defineRule } from '../define.ts';
import { isRoce, type Facts, type TeamUse } from '../facts.ts';
import { conclude, count, listNames, notApplicable, violated } from '../results.ts';
import { setTeams, subjectsOf } from './scope.ts';
import { knownSlots, modelsOf } from './symmetry.ts';

/** What differs among the members, in words. QoS on a RoCE port is DCB-14's, protocols that meet in a network RDMA-02's and RDMA-03's. */
function differences(team: TeamUse, facts: Facts): readonly string[] {
  const slots = knownSlots(team).map(({ adapter }) => adapter.slot);
  const protocols = [...new Set(slots.map((slot) => slot.protocol))];
  const qos = new Set(slots.filter((slot) => !isRoce(slot.protocol)).map((slot) => slot.qos));
  const reported = team.vnics.some(({ network }) => facts.mixedNetworks.has(network.id));
  const found: string[] = [];
  if (protocols.length > 1 && !reported) {
    found.push(`RDMA protocol (${listNames(protocols.map((protocol) => protocol ?? 'off'))})`);
  }
  if (qos.size > 1) found.push('QoS (on and off)');
  return found;
}

export const membersWithDifferentProperties = defineRule({
  id: 'SET-07',
  area: 'set',
  title: 'Members of a SET team have equal settings',
  severity: 'warn',
  sources: ['HNR', 'ATC'],
  check: ({ facts }) => {
    const teams = setTeams(facts).filter((team) => team.members.length > 1 && modelsOf(team).length === 1);
    if (teams.length === 0) return notApplicable('No SET team has two members of one model to compare.');
    const reason =
      'A vNIC may leave by any member; it finds the same treatment only where the settings are equal.';
    const faults = teams.flatMap((team) => {
      const found = differences(team, facts);
      if (found.length === 0) return [];
      return [
        violated([team.subject], {
          message: `${team.label}: members differ in ${listNames(found)}.`,
          reason,
          fix: 'Give all slots of the team the same RDMA protocol and QoS setting.',
        }),
      ];
    });
    return conclude(faults, {
      subjects: subjectsOf(teams),
      message: `${count(teams.length, 'SET team')}: the members of each have equal settings.`,
      reason,
    });
  },
});
