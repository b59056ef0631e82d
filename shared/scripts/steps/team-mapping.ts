import { quotePowerShell } from '../../lib/quote.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import { changeLines } from '../text.ts';
import { hostAdaptersOf } from './host-adapters.ts';

/** Host adapters bound to one member of their team. */
export function mappingsOf(
  input: ScriptInput,
): { readonly vnic: string; readonly member: string; readonly team: string }[] {
  return hostAdaptersOf(input).flatMap(({ vnic, mappedTo, team }) =>
    mappedTo === null ? [] : [{ vnic: vnic.name, member: mappedTo, team: team.name }],
  );
}

/** Unmapped, a vNIC sits on a member picked at random and may move; its VLAN would then end on the wrong switch. */
export const teamMapping = defineStep({
  id: 'team-mapping',
  title: 'Which member carries which host adapter',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => mappingsOf(input).length > 0,
  helpers: ['Test-Designed', 'Add-Change', 'Read-TeamMapping'],
  lines: (input) =>
    mappingsOf(input).flatMap(({ vnic, member, team }) =>
      changeLines({
        what: `Host adapter ${vnic}: member`,
        is: `(Read-TeamMapping -Name ${quotePowerShell(vnic)})`,
        should: quotePowerShell(member),
        target: vnic,
        action: `Map to ${member}`,
        commands: [
          `Set-VMNetworkAdapterTeamMapping -ManagementOS -SwitchName ${quotePowerShell(team)} -VMNetworkAdapterName ${quotePowerShell(vnic)} -PhysicalNetAdapterName ${quotePowerShell(member)} -Confirm:$false -ErrorAction Stop`,
        ],
      }),
    ),
});
