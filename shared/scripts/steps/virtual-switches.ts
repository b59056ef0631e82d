import { quotePowerShell } from '../../lib/quote.ts';
import { isAtLeast } from '../../model/index.ts';
import { teamBlockers } from '../blockers.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import { onSwitch, settingsOf, type TeamSettings } from '../settings.ts';
import { changeLines, literal, quoteList } from '../text.ts';

/** Virtual switches this script can make. */
export function switchesOf(input: ScriptInput): TeamSettings[] {
  return settingsOf(input).teams.filter(
    (each) => onSwitch(each.team) && teamBlockers(input, each.team).length === 0,
  );
}

/** Interfaces below a switch: the members, or the interface of the LBFO team. */
export function uplinksOf({ team, members }: TeamSettings): readonly string[] {
  return team.kind === 'lbfo' ? [team.name] : members;
}

/**
 * Embedded teaming is written out for every switch of Windows Server 2016 and later, because it cannot be
 * changed afterwards. Host adapters are added one by one below, so the switch makes none of its own.
 */
export const virtualSwitches = defineStep({
  id: 'virtual-switches',
  title: 'Virtual switches',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => switchesOf(input).length > 0,
  helpers: ['Test-Designed', 'Add-Change', 'Read-Property', 'Read-VMSwitch', 'Read-SwitchMembers'],
  lines: (input) => switchesOf(input).flatMap((each) => switchLines(input, each)),
});

function switchLines(input: ScriptInput, settings: TeamSettings): string[] {
  const { team } = settings;
  const name = quotePowerShell(team.name);
  const uplinks = uplinksOf(settings);
  const modern = isAtLeast(input.os, '2016');
  const teaming = modern ? ` -EnableEmbeddedTeaming ${literal(team.kind === 'set')}` : '';
  const packetDirect = modern && team.packetDirect ? ' -EnablePacketDirect $true' : '';
  const lines = changeLines({
    what: `Virtual switch ${team.name}`,
    is: `(Read-Property -From (Read-VMSwitch -Name ${name}) -Name 'Name')`,
    should: name,
    target: team.name,
    action: `Make a virtual switch on ${uplinks.join(' and ')}`,
    commands: [
      `New-VMSwitch -Name ${name} -NetAdapterName ${quoteList(uplinks)}${teaming} -AllowManagementOS $false -EnableIov ${literal(team.iov)}${packetDirect} -Confirm:$false -ErrorAction Stop | Out-Null`,
    ],
  });
  lines.push(...memberLines(settings));
  if (team.kind === 'set') lines.push(...balancingLines(team.name, team.loadBalancing));
  return lines;
}

function memberLines(settings: TeamSettings): string[] {
  const { team } = settings;
  const name = quotePowerShell(team.name);
  const uplinks = uplinksOf(settings);
  const command = team.kind === 'set' ? 'Set-VMSwitchTeam' : 'Set-VMSwitch';
  return changeLines({
    what: `Virtual switch ${team.name}: adapters`,
    is: `(Read-SwitchMembers -Name ${name})`,
    should: `@(${quoteList(uplinks)})`,
    target: team.name,
    action: `Put it on ${uplinks.join(' and ')}`,
    commands: [
      `${command} -Name ${name} -NetAdapterName ${quoteList(uplinks)} -Confirm:$false -ErrorAction Stop`,
    ],
  });
}

function balancingLines(team: string, algorithm: string): string[] {
  const name = quotePowerShell(team);
  return changeLines({
    what: `Virtual switch ${team}: load balancing`,
    is: `(Read-Property -From (Get-VMSwitchTeam -Name ${name} -ErrorAction SilentlyContinue) -Name 'LoadBalancingAlgorithm')`,
    should: quotePowerShell(algorithm),
    target: team,
    action: `Set load balancing to ${algorithm}`,
    commands: [
      `Set-VMSwitchTeam -Name ${name} -LoadBalancingAlgorithm ${algorithm} -Confirm:$false -ErrorAction Stop`,
    ],
  });
}
