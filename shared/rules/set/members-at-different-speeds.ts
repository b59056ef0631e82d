import type { PlanNode } from '../../plan/types.ts';
import { defineRule } from '../define.ts';
import { memberPort, nodeNames, type TeamUse } from '../facts.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { count, listNames } from '../words.ts';
import { setTeams, subjectsOf } from '../helpers/set-teams.ts';
import { modelsOf } from '../helpers/symmetry.ts';

function speedsOf(team: TeamUse, node: PlanNode): readonly number[] {
  const speeds = team.members.flatMap((member) => memberPort(node, member)?.speedGbps ?? []);
  return [...new Set(speeds)].sort((a, b) => a - b);
}

/** Compared without making a list, because every node is looked at and nearly none differs. */
function speedsDiffer(team: TeamUse, node: PlanNode): boolean {
  let seen: number | null = null;
  for (const member of team.members) {
    const speed = memberPort(node, member)?.speedGbps ?? null;
    if (speed === null) continue;
    if (seen !== null && seen !== speed) return true;
    seen = speed;
  }
  return false;
}

/** Two members with a speed to compare, in one node at least. */
function canCompare(team: TeamUse, nodes: readonly PlanNode[]): boolean {
  return nodes.some(
    (node) =>
      team.members.filter((member) => (memberPort(node, member)?.speedGbps ?? null) !== null).length > 1,
  );
}

/** Different models are reported by SET-04 and not again for the speeds that follow from them. */
export const membersAtDifferentSpeeds = defineRule({
  id: 'SET-06',
  area: 'set',
  title: 'Members of a SET team run at one speed',
  severity: 'fail',
  sources: ['HNR'],
  check: ({ facts }) => {
    const nodesOf = ({ use }: TeamUse) => facts.byProfile.get(use.profile.id) ?? [];
    const teams = setTeams(facts).filter(
      (team) => modelsOf(team).length < 2 && canCompare(team, nodesOf(team)),
    );
    if (teams.length === 0)
      return notApplicable('No SET team has two cabled members of one model to compare.');
    const reason = 'Line speed is one of the properties in which the members of a team have to be equal.';
    const faults = teams.flatMap((team) => {
      const nodes = nodesOf(team).filter((node) => speedsDiffer(team, node));
      const [first] = nodes;
      if (!first) return [];
      const speeds = speedsOf(team, first).map((speed) => `${speed} Gb/s`);
      return [
        violated(
          nodes.map((node) => node.id),
          {
            message: `Team "${team.team.name}" of ${nodeNames(nodes)} has members at ${listNames(speeds)}.`,
            reason,
            fix: 'Connect all members of the team to ports of one speed.',
          },
        ),
      ];
    });
    return conclude(faults, {
      subjects: subjectsOf(teams),
      message: `${count(teams.length, 'SET team')}: the cabled members of each run at one speed.`,
      reason,
    });
  },
});
