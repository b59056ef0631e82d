import type { PlanSwitch } from '../../plan/types.ts';
import { defineRule } from '../define.ts';
import { memberPort, nodeNames, peerSwitch } from '../facts.ts';
import { conclude, count, notApplicable, violated } from '../results.ts';
import { NO_SET, setTeams } from './scope.ts';

export const hostPortsBundled = defineRule({
  id: 'SET-09',
  area: 'set',
  title: 'No port channel towards a SET team',
  severity: 'fail',
  sources: ['SET', 'TORD'],
  check: ({ facts, plan }) => {
    const teams = setTeams(facts);
    if (teams.length === 0) return notApplicable(NO_SET);
    const members = teams.flatMap((team) =>
      team.use.nodes.flatMap((node) =>
        team.members.map((member) => ({ node, port: memberPort(node, member) })),
      ),
    );
    const nodesBySwitch = new Map<PlanSwitch, Set<(typeof members)[number]['node']>>();
    for (const { node, port } of members) {
      const found = port && peerSwitch(plan, port);
      if (found) nodesBySwitch.set(found, (nodesBySwitch.get(found) ?? new Set()).add(node));
    }
    if (nodesBySwitch.size === 0) return notApplicable('No member of a SET team is cabled to a switch.');
    const reason =
      'The switch must not know of the team: in a bundle it would spread frames over ports that the team treats as separate.';
    const faults = [...nodesBySwitch].flatMap(([{ id, record }, nodes]) =>
      record.hostPortChannel
        ? [
            violated([id], {
              message: `${record.name} bundles the ports of ${nodeNames([...nodes])}, whose members are in a SET team.`,
              reason,
              fix: 'Make the host ports plain trunks. A bundle between the switches themselves may stay.',
            }),
          ]
        : [],
    );
    return conclude(faults, {
      subjects: [...nodesBySwitch.keys()].map(({ id }) => id),
      message: `${count(nodesBySwitch.size, 'switch', 'switches')}: no port of a SET member is bundled.`,
      reason,
    });
  },
});
