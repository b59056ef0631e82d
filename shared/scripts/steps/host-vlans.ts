import { quotePowerShell } from '../../lib/quote.ts';
import { defineStep } from '../define.ts';
import type { VnicSettings } from '../settings.ts';
import { changeLines } from '../text.ts';
import { hostAdaptersOf } from './host-adapters.ts';

/** The VLAN in the words of `Read-HostVlan`. */
export function vlanWords({ network }: VnicSettings): string {
  return network && network.vlan !== 0 ? `Access ${network.vlan}` : 'Untagged';
}

export const hostVlans = defineStep({
  id: 'host-vlans',
  title: 'VLANs of the host virtual adapters',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => hostAdaptersOf(input).length > 0,
  helpers: ['Test-Designed', 'Add-Change', 'Read-HostVlan'],
  lines: (input) => hostAdaptersOf(input).flatMap(vlanLines),
});

function vlanLines(settings: VnicSettings): string[] {
  const name = quotePowerShell(settings.vnic.name);
  const words = vlanWords(settings);
  const mode =
    settings.network && settings.network.vlan !== 0
      ? `-Access -VlanId ${settings.network.vlan}`
      : '-Untagged';
  return changeLines({
    what: `Host adapter ${settings.vnic.name}: VLAN`,
    is: `(Read-HostVlan -Name ${name})`,
    should: quotePowerShell(words),
    target: settings.vnic.name,
    action: `Set the VLAN to ${words}`,
    commands: [
      `Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName ${name} ${mode} -Confirm:$false -ErrorAction Stop`,
    ],
  });
}
