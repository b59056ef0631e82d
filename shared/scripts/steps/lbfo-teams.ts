import { quotePowerShell } from '../../lib/quote.ts';
import { teamBlockers } from '../blockers.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import { onSwitch, settingsOf, type TeamSettings, type VnicSettings } from '../settings.ts';
import { changeLines, quoteList } from '../text.ts';

/** LBFO teams this script can make. */
export function lbfoTeamsOf(input: ScriptInput): TeamSettings[] {
  return settingsOf(input).teams.filter(
    (each) => each.team.kind === 'lbfo' && teamBlockers(input, each.team).length === 0,
  );
}

/** The team's own interface carries the untagged network; every other network gets one of its own. */
export const lbfoTeams = defineStep({
  id: 'lbfo-teams',
  title: 'Teams for traffic without RDMA (LBFO)',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => lbfoTeamsOf(input).length > 0,
  helpers: ['Test-Designed', 'Add-Change', 'Read-Property', 'Read-LbfoMembers'],
  lines: (input) => lbfoTeamsOf(input).flatMap(teamLines),
});

function teamLines(settings: TeamSettings): string[] {
  const { team, members, standby } = settings;
  const name = quotePowerShell(team.name);
  const read = `(Get-NetLbfoTeam -Name ${name} -ErrorAction SilentlyContinue)`;
  const lines = changeLines({
    what: `Team ${team.name}: members`,
    is: `(Read-LbfoMembers -Team ${name})`,
    should: `@(${quoteList(members)})`,
    target: team.name,
    action: `Team ${members.join(' and ')}`,
    commands: [
      `Get-NetLbfoTeam -Name ${name} -ErrorAction SilentlyContinue | Remove-NetLbfoTeam -Confirm:$false -ErrorAction Stop`,
      `New-NetLbfoTeam -Name ${name} -TeamMembers ${quoteList(members)} -TeamNicName ${quotePowerShell(teamNicName(settings))} -TeamingMode ${modeOf(team.mode)} -LoadBalancingAlgorithm ${team.loadBalancing} -Confirm:$false -ErrorAction Stop | Out-Null`,
      ...waitLines(teamNicName(settings)),
    ],
  });
  lines.push(
    ...changeLines({
      what: `Team ${team.name}: mode`,
      is: `(Read-Property -From ${read} -Name 'TeamingMode')`,
      should: quotePowerShell(modeOf(team.mode)),
      target: team.name,
      action: `Set the mode to ${team.mode}`,
      commands: [
        `Set-NetLbfoTeam -Name ${name} -TeamingMode ${modeOf(team.mode)} -Confirm:$false -ErrorAction Stop`,
      ],
    }),
    ...changeLines({
      what: `Team ${team.name}: load balancing`,
      is: `(Read-Property -From ${read} -Name 'LoadBalancingAlgorithm')`,
      should: quotePowerShell(team.loadBalancing),
      target: team.name,
      action: `Set load balancing to ${team.loadBalancing}`,
      commands: [
        `Set-NetLbfoTeam -Name ${name} -LoadBalancingAlgorithm ${team.loadBalancing} -Confirm:$false -ErrorAction Stop`,
      ],
    }),
    ...standbyLines(team.name, standby),
  );
  if (!onSwitch(team))
    lines.push(...settings.vnics.filter(isTagged).flatMap((vnic) => interfaceLines(team.name, vnic)));
  return lines;
}

/** The interface of a new team takes some seconds to appear and come up; later stages build on it. */
function waitLines(nic: string): string[] {
  const status = `(Read-Property -From (Get-NetAdapter -Name ${quotePowerShell(nic)} -ErrorAction SilentlyContinue) -Name 'Status')`;
  return [
    '$waited = 0',
    `while ($waited -lt 30 -and [string]${status} -ne 'Up') {`,
    '    Start-Sleep -Seconds 1',
    '    $waited += 1',
    '}',
  ];
}

function standbyLines(team: string, standby: readonly string[]): string[] {
  if (standby.length === 0) return [];
  return changeLines({
    what: `Team ${team}: standby`,
    is: `(Read-LbfoMembers -Team ${quotePowerShell(team)} -Mode 'Standby')`,
    should: `@(${quoteList(standby)})`,
    target: team,
    action: `Make ${standby.join(' and ')} standby`,
    commands: standby.map(
      (member) =>
        `Set-NetLbfoTeamMember -Name ${quotePowerShell(member)} -AdministrativeMode Standby -Confirm:$false -ErrorAction Stop`,
    ),
  });
}

function interfaceLines(team: string, { vnic, network }: VnicSettings): string[] {
  const vlan = String(network?.vlan ?? 0);
  const name = quotePowerShell(vnic.name);
  return changeLines({
    what: `Team interface ${vnic.name}: VLAN`,
    is: `(Read-Property -From (Get-NetLbfoTeamNic -Name ${name} -ErrorAction SilentlyContinue) -Name 'VlanID')`,
    should: vlan,
    target: vnic.name,
    action: `Put it on VLAN ${vlan}`,
    commands: [
      `Get-NetLbfoTeamNic -Name ${name} -ErrorAction SilentlyContinue | Remove-NetLbfoTeamNic -Confirm:$false -ErrorAction Stop`,
      `Add-NetLbfoTeamNic -Team ${quotePowerShell(team)} -VlanID ${vlan} -Name ${name} -Confirm:$false -ErrorAction Stop | Out-Null`,
    ],
  });
}

/** Name of the interface that comes with the team. */
function teamNicName({ team, vnics }: TeamSettings): string {
  if (onSwitch(team)) return team.name;
  return vnics.find((each) => !isTagged(each))?.vnic.name ?? team.name;
}

function isTagged(vnic: VnicSettings): boolean {
  return (vnic.network?.vlan ?? 0) !== 0;
}

function modeOf(mode: TeamSettings['team']['mode']): string {
  return mode === 'LACP' ? 'Lacp' : mode;
}
