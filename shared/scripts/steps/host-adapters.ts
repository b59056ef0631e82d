import { quotePowerShell } from '../../lib/quote.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import type { VnicSettings } from '../settings.ts';
import { changeLines } from '../text.ts';
import { switchesOf } from './virtual-switches.ts';

/** Host virtual adapters of the switches this script makes. */
export function hostAdaptersOf(input: ScriptInput): VnicSettings[] {
  return switchesOf(input).flatMap((each) => each.vnics);
}

/** Without -ManagementOS the command would ask for a virtual machine. */
export const hostAdapters = defineStep({
  id: 'host-adapters',
  title: 'Host virtual adapters',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => hostAdaptersOf(input).length > 0,
  helpers: ['Test-Designed', 'Add-Change', 'Read-Property', 'Read-HostAdapter'],
  lines: (input) =>
    hostAdaptersOf(input).flatMap(({ vnic, team }) =>
      changeLines({
        what: `Host adapter ${vnic.name}`,
        is: `(Read-Property -From (Read-HostAdapter -Name ${quotePowerShell(vnic.name)}) -Name 'SwitchName')`,
        should: quotePowerShell(team.name),
        target: vnic.name,
        action: `Add to the virtual switch ${team.name}`,
        commands: [
          `Add-VMNetworkAdapter -ManagementOS -SwitchName ${quotePowerShell(team.name)} -Name ${quotePowerShell(vnic.name)} -Confirm:$false -ErrorAction Stop`,
        ],
      }),
    ),
});
