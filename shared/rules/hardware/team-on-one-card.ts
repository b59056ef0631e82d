import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';

export const teamOnOneCard = defineRule({
  id: 'HW-04',
  area: 'hardware',
  title: 'Members of a team on more than one card',
  severity: 'info',
  sources: ['ENG'],
  check: ({ facts }) =>
    judgeEach(
      facts.teams.filter(({ team, members }) => team.kind === 'set' && members.length > 1),
      {
        absent: 'No SET team has two members.',
        reason: 'Ports of one card share its PCIe link, its firmware and its failure.',
        held: 'The members of each SET team are on two or more cards.',
        fault: ({ team, members, label }) =>
          new Set(team.members.map(({ slot }) => slot)).size > 1
            ? null
            : {
                message: `${label}: its ${members.length} members are on one card, in slot ${team.members[0]?.slot ?? ''}.`,
                fix: 'Where the design must survive a card, use a second card of the same model.',
              },
      },
    ),
});
