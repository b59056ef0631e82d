import { quotePowerShell } from '../../lib/quote.ts';
import { isAtLeast } from '../../model/index.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import type { TeamSettings, VnicSettings } from '../settings.ts';
import { checkLine, literal, quoteList } from '../text.ts';
import { readKeyword } from './adapter-properties.ts';
import { jumboAdaptersOf } from './host-jumbo.ts';
import { hostAdaptersOf } from './host-adapters.ts';
import { vlanWords } from './host-vlans.ts';
import { mappingsOf } from './team-mapping.ts';
import { switchesOf, uplinksOf } from './virtual-switches.ts';

/** Virtual switches with their members, and the host adapters on them. */
export const verifySwitches = defineStep({
  id: 'verify-switches',
  title: 'Virtual switches and host adapters',
  script: 'verify',
  perProfile: true,
  appliesTo: (input) => switchesOf(input).length > 0,
  helpers: [
    'Add-Check',
    'Read-VMSwitch',
    'Read-SwitchMembers',
    'Read-HostAdapter',
    'Read-HostVlan',
    'Read-Keyword',
  ],
  lines: (input) => [
    ...switchesOf(input).flatMap((each) => switchLines(input, each)),
    ...hostAdaptersOf(input).flatMap(vnicLines),
    ...jumboAdaptersOf(input).map(({ vnic, keyword }) =>
      checkLine(
        `${vnic.interfaceName}: ${keyword.keyword}`,
        quotePowerShell(keyword.value),
        readKeyword(vnic.interfaceName, keyword).slice(1, -1),
      ),
    ),
  ],
});

function switchLines(input: ScriptInput, settings: TeamSettings): string[] {
  const { team } = settings;
  const name = quotePowerShell(team.name);
  const lines = [
    checkLine(
      `Virtual switch ${team.name}: adapters`,
      `@(${quoteList(uplinksOf(settings))})`,
      `Read-SwitchMembers -Name ${name}`,
    ),
    checkLine(
      `Virtual switch ${team.name}: SR-IOV`,
      literal(team.iov),
      `(Read-VMSwitch -Name ${name}).IovEnabled`,
    ),
  ];
  if (isAtLeast(input.os, '2016'))
    lines.push(
      checkLine(
        `Virtual switch ${team.name}: embedded teaming`,
        literal(team.kind === 'set'),
        `(Read-VMSwitch -Name ${name}).EmbeddedTeamingEnabled`,
      ),
    );
  if (team.kind === 'set')
    lines.push(
      checkLine(
        `Virtual switch ${team.name}: load balancing`,
        quotePowerShell(team.loadBalancing),
        `(Get-VMSwitchTeam -Name ${name}).LoadBalancingAlgorithm`,
      ),
    );
  return lines;
}

function vnicLines(settings: VnicSettings): string[] {
  const { vnic, team } = settings;
  const name = quotePowerShell(vnic.name);
  return [
    checkLine(
      `Host adapter ${vnic.name}: virtual switch`,
      quotePowerShell(team.name),
      `(Read-HostAdapter -Name ${name}).SwitchName`,
    ),
    checkLine(
      `Host adapter ${vnic.name}: VLAN`,
      quotePowerShell(vlanWords(settings)),
      `Read-HostVlan -Name ${name}`,
    ),
    checkLine(
      `Host adapter ${vnic.name}: priority tag`,
      vnic.priorityTag ? "'On'" : "'Off'",
      `(Read-HostAdapter -Name ${name}).IeeePriorityTag`,
    ),
  ];
}

/** Apart from the switches, because only embedded teaming knows it. */
export const verifyTeamMapping = defineStep({
  id: 'verify-team-mapping',
  title: 'Which member carries which host adapter',
  script: 'verify',
  perProfile: true,
  appliesTo: (input) => mappingsOf(input).length > 0,
  helpers: ['Add-Check', 'Read-TeamMapping'],
  lines: (input) =>
    mappingsOf(input).map(({ vnic, member }) =>
      checkLine(
        `Host adapter ${vnic}: member`,
        quotePowerShell(member),
        `Read-TeamMapping -Name ${quotePowerShell(vnic)}`,
      ),
    ),
});
