import { defineRule } from '../define.ts';
import { portKey, type TeamUse } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { listNames } from '../words.ts';

function addressed({ team, use }: TeamUse): readonly string[] {
  const members = new Set(team.members.map(portKey));
  return use.profile.adapters.flatMap(({ slot, ports }) =>
    ports
      .filter(({ networkId }) => networkId !== null)
      .map(({ port }) => portKey({ slot, port }))
      .filter((key) => members.has(key)),
  );
}

export const addressOnTeamMember = defineRule({
  id: 'SET-21',
  area: 'set',
  title: 'No address on a team member',
  severity: 'fail',
  sources: ['VM'],
  check: ({ facts }) =>
    judgeEach(facts.teams, {
      absent: 'No node has a team or a virtual switch.',
      reason:
        'A port that is the uplink of a switch or a member of a team is no longer bound to TCP/IP; an address there reaches nobody.',
      held: 'No member of a team or virtual switch carries an address of its own.',
      fault: (team) => {
        const ports = addressed(team);
        if (ports.length === 0) return null;
        return {
          message: `${team.label}: port ${listNames(ports)} has a network of its own although it is a member.`,
          fix: 'Put the network on a host vNIC of the team, or take the port out of the team.',
        };
      },
    }),
});
