import { defineRule } from '../define.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { listNames } from '../words.ts';
import { lopsidedTeams, teamsOverSwitches } from '../helpers/vlans.ts';

/** A VLAN that a mapped vNIC misses on its own switch, or that none of the team's switches has, is DCB-21's. */
export const memberVlansNotOnBothSwitches = defineRule({
  id: 'SET-14',
  area: 'set',
  title: 'A team over two switches finds its VLANs on both',
  severity: 'fail',
  sources: ['SET'],
  check: ({ facts }) => {
    const teams = teamsOverSwitches(facts);
    if (teams.length === 0) return notApplicable('No SET team is spread over two switches.');
    const reason =
      'A vNIC that is free to use any member reaches its subnet only where every switch of the team carries its VLAN.';
    const faults = lopsidedTeams(teams).map(({ switches, team, vlans, nodes }) =>
      violated([team.subject, ...switches.map(({ id }) => id)], {
        message: `Team "${team.team.name}" of ${nodes}: ${listNames(switches.map(({ record }) => record.name))} ${switches.length === 1 ? 'does' : 'do'} not carry VLAN ${listNames(vlans.map(String))}, the other switch of the team does.`,
        reason,
        fix: 'Carry the same VLANs on all switches the team is connected to, or map each vNIC to one member.',
      }),
    );
    return conclude(faults, {
      subjects: teams.map(({ team }) => team.subject),
      message: 'The VLANs of vNICs without a fixed member are on all switches of their team.',
      reason,
    });
  },
});
