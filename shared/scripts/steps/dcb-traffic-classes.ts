import { quotePowerShell } from '../../lib/quote.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import { settingsOf } from '../settings.ts';
import { changeLines } from '../text.ts';

interface TrafficClass {
  readonly name: string;
  readonly priority: number;
  readonly share: number;
}

/** Own traffic classes; what is left belongs to the default class, which Windows keeps itself. */
export function trafficClassesOf(input: ScriptInput): TrafficClass[] {
  const { fabric } = input.plan;
  return [
    { name: 'SMB', priority: fabric.smbPriority, share: fabric.smbShare },
    { name: 'Cluster', priority: fabric.clusterPriority, share: fabric.clusterShare },
    ...fabric.extraClasses,
  ];
}

/** The classes in the words of `Read-TrafficClasses`, as one argument. */
export function wordsOf(classes: readonly TrafficClass[]): string {
  const words = classes.map(
    ({ name, priority, share }) => `${name}: priority ${priority}, ${share} percent ETS`,
  );
  return `@(${words.map(quotePowerShell).join(', ')})`;
}

/** Made anew as a whole, but for the default class that Windows keeps: shares changed one by one could pass 100 percent. */
export const dcbTrafficClasses = defineStep({
  id: 'dcb-traffic-classes',
  title: 'Data Center Bridging: bandwidth shares',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => settingsOf(input).dcb,
  helpers: ['Test-Designed', 'Add-Change', 'Read-TrafficClasses'],
  lines: (input) => {
    const classes = trafficClassesOf(input);
    return changeLines({
      what: 'Traffic classes',
      is: '(Read-TrafficClasses)',
      should: wordsOf(classes),
      target: 'Traffic classes',
      action: `Make ${classes.map((each) => `${each.name} ${each.share} %`).join(', ')}`,
      commands: [
        "Get-NetQosTrafficClass | Where-Object -FilterScript { -not $_.Name.StartsWith('[') } | Remove-NetQosTrafficClass -Confirm:$false -ErrorAction Stop",
        ...classes.map(
          ({ name, priority, share }) =>
            `New-NetQosTrafficClass -Name ${quotePowerShell(name)} -Priority ${priority} -BandwidthPercentage ${share} -Algorithm ETS -Confirm:$false -ErrorAction Stop | Out-Null`,
        ),
      ],
    });
  },
});
