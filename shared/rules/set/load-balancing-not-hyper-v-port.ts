import { defineRule } from '../define.ts';
import type { TeamUse } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { setTeams } from '../helpers/set-teams.ts';

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
  check: ({ facts }) =>
    judgeEach(
      setTeams(facts).filter(
        (team) => reaches10G(team) && !(team.team.packetDirect && team.team.loadBalancing === 'Dynamic'),
      ),
      {
        absent: 'No SET team has members of 10 Gb/s or more whose algorithm is open to choice.',
        reason:
          'From 10 Gb/s on, Hyper-V Port is the recommended algorithm, and Validate-DCB expects it unless told otherwise. Dynamic is legal.',
        held: 'No SET team of 10 Gb/s or more balances with Dynamic.',
        fault: ({ team, label }) =>
          team.loadBalancing === 'Dynamic'
            ? {
                message: `${label} balances with Dynamic.`,
                fix: 'Set the load balancing algorithm to HyperVPort.',
              }
            : null,
      },
    ),
});
