import { quotePowerShell } from '../../lib/quote.ts';
import { defineStep } from '../define.ts';
import { settingsOf } from '../settings.ts';
import { changeLines } from '../text.ts';

/** The state of QoS on one adapter, as an argument. */
export function readAdapterQos(name: string): string {
  return `(Read-Property -From (Get-NetAdapterQos -Name ${quotePowerShell(name)} -ErrorAction SilentlyContinue) -Name 'Enabled')`;
}

/** Physical ports only: a host virtual adapter takes its classes from the port below. */
export const dcbAdapters = defineStep({
  id: 'dcb-adapters',
  title: 'Data Center Bridging: on the adapters',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => settingsOf(input).dcb,
  helpers: ['Test-Designed', 'Add-Change', 'Read-Property'],
  lines: (input) =>
    settingsOf(input)
      .ports.filter((port) => port.qos)
      .flatMap(({ port }) =>
        changeLines({
          what: `${port.name}: QoS`,
          is: readAdapterQos(port.name),
          should: '$true',
          on: port.name,
          target: port.name,
          action: 'Turn QoS on',
          commands: [
            `Enable-NetAdapterQos -Name ${quotePowerShell(port.name)} -Confirm:$false -ErrorAction Stop`,
          ],
        }),
      ),
});
