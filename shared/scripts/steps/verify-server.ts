import { quotePowerShell } from '../../lib/quote.ts';
import { blockersOf } from '../blockers.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import { SYSTEMS } from '../systems.ts';
import { arrayLines, checkLine } from '../text.ts';
import { featuresOf } from './features.ts';

/** The right server with the right system and its features. */
export const verifyServer = defineStep({
  id: 'verify-server',
  title: 'Server',
  script: 'verify',
  perProfile: true,
  appliesTo: () => true,
  helpers: ['Add-Check'],
  lines: (input) => [
    "Add-Check -Name 'Computer name' -Expected ($NodeName.Split('.')[0]) -Read { [System.Net.Dns]::GetHostName().Split('.')[0] }",
    checkLine(
      'System build',
      String(SYSTEMS[input.os].build),
      "(Get-CimInstance -ClassName 'Win32_OperatingSystem').BuildNumber",
    ),
    // What no script can build is a failed check here as well, so that it cannot pass unseen.
    ...blockersOf(input).map((blocker) => checkLine(blocker, "'can be built'", "'cannot be built'")),
    ...featureLines(input),
  ],
});

function featureLines(input: ScriptInput): string[] {
  const features = featuresOf(input);
  if (features.length === 0) return [];
  return [
    ...arrayLines('$features = ', features.map(quotePowerShell)),
    'foreach ($feature in $features) {',
    "    Add-Check -Name ('Feature {0}' -f $feature) -Expected 'Installed' -Read { (Get-WindowsFeature -Name $feature).InstallState }",
    '}',
  ];
}
