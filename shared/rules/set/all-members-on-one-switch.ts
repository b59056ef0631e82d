import type { PlanNode, PlanSwitch } from '../../plan/types.ts';
import { defineRule } from '../define.ts';
import { memberPort, nodeNames, type TeamUse } from '../facts.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { setTeams, subjectsOf } from '../helpers/set-teams.ts';

function hasTwoCabledMembers({ members, use }: TeamUse): boolean {
  return use.nodes.some(
    (node) => members.filter((member) => (memberPort(node, member)?.peerId ?? null) !== null).length > 1,
  );
}

export const allMembersOnOneSwitch = defineRule({
  id: 'SET-22',
  area: 'set',
  title: 'Members of a team are spread over the switches',
  severity: 'warn',
  sources: ['ENG'],
  check: ({ facts, plan }) => {
    if (plan.switches.length < 2) return notApplicable('There are not two switches to spread a team over.');
    const teams = setTeams(facts).filter(hasTwoCabledMembers);
    if (teams.length === 0) return notApplicable('No SET team has two cabled members.');
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
      let found: PlanSwitch | null = null;
      let speed: number | null = null;
      let cabled = 0;
      for (const member of team.members) {
        const port = memberPort(node, member);
        if (!port || port.peerId === null) continue;
        const peer = facts.peers.get(port.id);
        if (!peer || (found !== null && found !== peer)) return null;
        [found, speed, cabled] = [peer, port.speedGbps, cabled + 1];
      }
      return cabled > 1 && speed !== null && otherSwitchRuns(speed, found) ? found : null;
    }

    function otherSwitchRuns(speed: number, than: PlanSwitch | null): boolean {
      return plan.switches.some(
        (item) => item !== than && item.groups.some(({ ports }) => ports[0]?.speedsGbps.includes(speed)),
      );
    }
  },
});
