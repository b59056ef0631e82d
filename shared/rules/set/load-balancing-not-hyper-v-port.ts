import { defineRule } from '../define.ts';
import type { TeamUse } from '../facts.ts';
import { conclude, count, notApplicable, violated } from '../results.ts';
import { setTeams, subjectsOf } from './scope.ts';

function reaches10G({ members }: TeamUse): boolean {
  return members.some(({ slot }) => (slot?.adapter.part?.speedsGbps.at(-1) ?? 0) >= 10);
}

/** Values that are not legal are SET-12's; Dynamic together with Packet Direct is SET-13's. */
export const loadBalancingNotHyperVPort = defineRule({
  id: 'SET-11',
  area: 'set',
  title: 'Hyper-V Port from 10 Gb/s on',
  severity: 'info',
  sources: ['HNR', 'VM', 'VX'],
  check: ({ facts }) => {
    const teams = setTeams(facts).filter(reaches10G);
    if (teams.length === 0) return notApplicable('No SET team has members of 10 Gb/s or more.');
    const reason =
      'From 10 Gb/s on, Hyper-V Port is the recommended algorithm, and Validate-DCB expects it unless told otherwise. Dynamic is legal.';
    const faults = teams.flatMap(({ team, subject, label }) =>
      team.loadBalancing !== 'Dynamic' || team.packetDirect
        ? []
        : [
            violated([subject], {
              message: `${label} balances with Dynamic.`,
              reason,
              fix: 'Set the load balancing algorithm to HyperVPort.',
            }),
          ],
    );
    return conclude(faults, {
      subjects: subjectsOf(teams),
      message: `${count(teams.length, 'SET team')} of 10 Gb/s or more looked at; the algorithm needs no remark.`,
      reason,
    });
  },
});
