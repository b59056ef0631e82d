import type { PlanNode, PlanPort, PlanSwitch } from '../../plan/types.ts';
import { defineRule } from '../define.ts';
import { memberPort, nodeNames, type TeamUse } from '../facts.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { setTeams, subjectsOf } from './scope.ts';

function switchedPorts(team: TeamUse, node: PlanNode): readonly PlanPort[] {
  return team.members
    .flatMap((member) => memberPort(node, member) ?? [])
    .filter((port) => port.peerId !== null);
}

export const allMembersOnOneSwitch = defineRule({
  id: 'SET-22',
  area: 'set',
  title: 'Members of a team are spread over the switches',
  severity: 'warn',
  sources: ['ENG'],
  check: ({ facts, plan }) => {
    if (plan.switches.length < 2) return notApplicable('There are not two switches to spread a team over.');
    const teams = setTeams(facts).filter(({ members }) => members.length > 1);
    if (teams.length === 0) return notApplicable('No SET team has two members.');
    const reason =
      'When all members end on one switch, its failure takes the whole team down although another switch stands ready.';
    const faults = teams.flatMap((team) => {
      const bySwitch = new Map<PlanSwitch, PlanNode[]>();
      for (const node of team.use.nodes) {
        const only = onlySwitch(team, node);
        if (only) bySwitch.set(only, [...(bySwitch.get(only) ?? []), node]);
      }
      return [...bySwitch].map(([found, nodes]) =>
        violated([team.subject, found.id], {
          message: `All members of team "${team.team.name}" of ${nodeNames(nodes)} end on ${found.record.name}.`,
          reason,
          fix: 'Connect half of the members to another switch.',
        }),
      );
    });
    return conclude(faults, {
      subjects: subjectsOf(teams),
      message: 'No SET team has all its cabled members on one of several switches.',
      reason,
    });

    /** The switch all cabled members end on, where another one has ports of that speed. */
    function onlySwitch(team: TeamUse, node: PlanNode): PlanSwitch | null {
      const ports = switchedPorts(team, node);
      const first = ports[0] && facts.peers.get(ports[0]);
      if (!first || ports.length < 2 || !ports.every((port) => facts.peers.get(port) === first)) return null;
      const speed = ports[0]?.speedGbps;
      const other = plan.switches.some(
        (candidate) =>
          candidate !== first &&
          candidate.ports.some(
            (port) => speed !== undefined && speed !== null && port.speedsGbps.includes(speed),
          ),
      );
      return other ? first : null;
    }
  },
});
