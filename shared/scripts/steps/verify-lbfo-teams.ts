import { quotePowerShell } from '../../lib/quote.ts';
import { defineStep } from '../define.ts';
import { onSwitch } from '../settings.ts';
import { checkLine, quoteList } from '../text.ts';
import { lbfoTeamsOf } from './lbfo-teams.ts';

export const verifyLbfoTeams = defineStep({
  id: 'verify-lbfo-teams',
  title: 'Teams for traffic without RDMA (LBFO)',
  script: 'verify',
  perProfile: true,
  appliesTo: (input) => lbfoTeamsOf(input).length > 0,
  helpers: ['Add-Check', 'Read-LbfoMembers'],
  lines: (input) =>
    lbfoTeamsOf(input).flatMap(({ team, members, vnics }) => {
      const name = quotePowerShell(team.name);
      const interfaces = onSwitch(team) ? [] : vnics;
      return [
        checkLine(`Team ${team.name}: members`, `@(${quoteList(members)})`, `Read-LbfoMembers -Team ${name}`),
        checkLine(
          `Team ${team.name}: mode`,
          quotePowerShell(team.mode),
          `(Get-NetLbfoTeam -Name ${name}).TeamingMode`,
        ),
        checkLine(
          `Team ${team.name}: load balancing`,
          quotePowerShell(team.loadBalancing),
          `(Get-NetLbfoTeam -Name ${name}).LoadBalancingAlgorithm`,
        ),
        ...interfaces.map(({ vnic, network }) =>
          checkLine(
            `Team interface ${vnic.name}: VLAN`,
            network && network.vlan !== 0 ? String(network.vlan) : "''",
            `(Get-NetLbfoTeamNic -Name ${quotePowerShell(vnic.name)}).VlanID`,
          ),
        ),
      ];
    }),
});
