import { defineRule } from '../define.ts';
import { nodeNames, type HostPort } from '../facts.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { count } from '../words.ts';
import { NO_SET, setTeams } from '../helpers/set-teams.ts';

function isMember({ port }: HostPort): boolean {
  return port.team?.kind === 'set';
}

export const hostPortsBundled = defineRule({
  id: 'SET-09',
  area: 'set',
  title: 'No port channel towards a SET team',
  severity: 'fail',
  sources: ['SET', 'TORD'],
  check: ({ facts }) => {
    const teams = setTeams(facts);
    if (teams.length === 0) return notApplicable(NO_SET);
    const { traffic } = facts;
    const switches = facts.switches.filter(({ id }) => traffic.get(id)?.teamed);
    if (switches.length === 0) return notApplicable('No member of a SET team is cabled to a switch.');
    const reason =
      'The switch must not know of the team: in a bundle it would spread frames over ports that the team treats as separate.';
    const faults = switches.flatMap(({ id, record }) => {
      if (!record.hostPortChannel) return [];
      const nodes = new Set(
        facts
          .hostPortsOf(id)
          .filter(isMember)
          .map(({ node }) => node),
      );
      return [
        violated([id], {
          message: `${record.name} bundles the ports of ${nodeNames([...nodes])}, which are members of a SET team.`,
          reason,
          fix: 'Make the host ports plain trunks. A bundle between the switches themselves may stay.',
        }),
      ];
    });
    return conclude(faults, {
      subjects: switches.map(({ id }) => id),
      message: `${count(switches.length, 'switch', 'switches')}: no port of a SET member is bundled.`,
      reason,
    });
  },
});
