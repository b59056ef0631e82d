import type { SwitchId } from '../../lib/ids.ts';
import type { PlanNode } from '../../plan/types.ts';
import { defineRule } from '../define.ts';
import { memberPeer, memberPort, nodeNames, type Facts, type NodePeers, type TeamUse } from '../facts.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { setTeams, subjectsOf } from '../helpers/set-teams.ts';

function hasTwoCabledMembers({ members, use }: TeamUse, { byProfile }: Facts): boolean {
  const nodes = byProfile.get(use.profile.id) ?? [];
  return nodes.some(
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
    const teams = setTeams(facts).filter((team) => hasTwoCabledMembers(team, facts));
    if (teams.length === 0) return notApplicable('No SET team has two cabled members.');
    const reason =
      'When all members end on one switch, its failure takes the whole team down although another switch stands ready.';
    const faults = teams.flatMap((team) => {
      const bySwitch = new Map<SwitchId, PlanNode[]>();
      const { id } = team.use.profile;
      const peers = facts.peersOf(id);
      for (const [i, node] of (facts.byProfile.get(id) ?? []).entries()) {
        const only = onlySwitch(team, node, peers[i] ?? []);
        if (only) bySwitch.set(only, [...(bySwitch.get(only) ?? []), node]);
      }
      return [...bySwitch].map(([found, nodes]) =>
        violated([team.subject, found], {
          message: `All members of team "${team.team.name}" of ${nodeNames(nodes)} end on ${plan.switchById.get(found)?.record.name ?? found}.`,
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
    function onlySwitch(team: TeamUse, node: PlanNode, peers: NodePeers): SwitchId | null {
      let found: SwitchId | null = null;
      let speed: number | null = null;
      let cabled = 0;
      for (const member of team.members) {
        const port = memberPort(node, member);
        if (!port || port.peerId === null) continue;
        const peer = memberPeer(peers, member);
        if (peer === null || (found !== null && found !== peer)) return null;
        [found, speed, cabled] = [peer, port.speedGbps, cabled + 1];
      }
      return cabled > 1 && speed !== null && otherSwitchRuns(speed, found) ? found : null;
    }

    function otherSwitchRuns(speed: number, than: SwitchId | null): boolean {
      return plan.switches.some(
        (item) => item.id !== than && item.groups.some(({ ports }) => ports[0]?.speedsGbps.includes(speed)),
      );
    }
  },
});
