import { defineRule } from '../define.ts';
import { isRoce, type Facts, type TeamUse } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { listNames } from '../words.ts';
import { setTeams } from '../helpers/set-teams.ts';
import { knownSlots, modelsOf } from '../helpers/symmetry.ts';

/**
 * What differs among the members, in words. Left out: QoS on a RoCE port, which is DCB-14's, and protocols
 * that meet in one network, which RDMA-02 and RDMA-03 report.
 */
function differences(team: TeamUse, facts: Facts): readonly string[] {
  const slots = knownSlots(team).map(({ adapter }) => adapter.slot);
  const protocols = [...new Set(slots.map((slot) => slot.protocol ?? 'off'))];
  const qos = new Set(slots.filter((slot) => !isRoce(slot.protocol)).map((slot) => slot.qos));
  const reported = team.vnics.some(({ network }) => facts.mixedNetworks.has(network.id));
  const found: string[] = [];
  if (protocols.length > 1 && !reported) found.push(`RDMA protocol (${listNames(protocols)})`);
  if (qos.size > 1) found.push('QoS (on and off)');
  return found;
}

export const membersWithDifferentProperties = defineRule({
  id: 'SET-07',
  area: 'set',
  title: 'Members of a SET team have equal settings',
  severity: 'warn',
  sources: ['HNR', 'ATC'],
  check: ({ facts }) =>
    judgeEach(
      setTeams(facts).filter((team) => team.members.length > 1 && modelsOf(team).length === 1),
      {
        absent: 'No SET team has two members of one model to compare.',
        reason:
          'A vNIC may leave by any member; it finds the same treatment only where the settings are equal.',
        held: 'The members of each SET team have equal settings.',
        fault: (team) => {
          const found = differences(team, facts);
          if (found.length === 0) return null;
          return {
            message: `${team.label}: members differ in ${listNames(found)}.`,
            fix: 'Give all slots of the team the same RDMA protocol and QoS setting.',
          };
        },
      },
    ),
});
