import { quotePowerShell } from '../../lib/quote.ts';
import { defineStep } from '../define.ts';
import { changeLines } from '../text.ts';
import { hostAdaptersOf } from './host-adapters.ts';

/** Without the tag the virtual switch clears the priority, and storage traffic loses its lossless class. */
export const priorityTags = defineStep({
  id: 'priority-tags',
  title: 'Priority tags of the host virtual adapters',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => hostAdaptersOf(input).length > 0,
  helpers: ['Test-Designed', 'Add-Change', 'Read-Property', 'Read-HostAdapter'],
  lines: (input) =>
    hostAdaptersOf(input).flatMap(({ vnic }) => {
      const state = vnic.priorityTag ? 'On' : 'Off';
      return changeLines({
        what: `Host adapter ${vnic.name}: priority tag`,
        is: `(Read-Property -From (Read-HostAdapter -Name ${quotePowerShell(vnic.name)}) -Name 'IeeePriorityTag')`,
        should: quotePowerShell(state),
        target: vnic.name,
        action: `Turn the priority tag ${state.toLowerCase()}`,
        commands: [
          `Set-VMNetworkAdapter -ManagementOS -Name ${quotePowerShell(vnic.name)} -IeeePriorityTag ${state} -Confirm:$false -ErrorAction Stop`,
        ],
      });
    }),
});
