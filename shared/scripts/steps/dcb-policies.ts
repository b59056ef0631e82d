import { quotePowerShell } from '../../lib/quote.ts';
import { fabricOf } from '../../model/index.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import { settingsOf } from '../settings.ts';
import { changeLines, quoteList } from '../text.ts';

interface QosPolicy {
  readonly name: string;
  readonly priority: number;
  /** Parameters that say what it matches. */
  readonly match: string;
  /** What `Read-Policy` says of it. */
  readonly words: string;
}

/** The three policies; SMB matches NetworkDirect on port 445, for the SMB template matches TCP only. */
export function policiesOf(input: ScriptInput): QosPolicy[] {
  const fabric = fabricOf(input.design);
  return [
    policy('SMB', fabric.smbPriority, '-NetDirectPortMatchCondition 445', 'NetDirect port 445'),
    policy('Cluster', fabric.clusterPriority, '-Cluster', 'Template Cluster'),
    policy('DEFAULT', fabric.defaultPriority, '-Default', 'Template Default'),
  ];
}

function policy(name: string, priority: number, match: string, words: string): QosPolicy {
  return { name, priority, match, words: `${words}, priority ${priority}` };
}

export const dcbPolicies = defineStep({
  id: 'dcb-policies',
  title: 'Data Center Bridging: which traffic gets which priority',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => settingsOf(input).dcb,
  helpers: ['Test-Designed', 'Add-Change', 'Read-Policy', 'Read-Property'],
  lines: (input) => {
    const policies = policiesOf(input);
    return [...strayLines(policies.map((each) => each.name)), ...policies.flatMap(policyLines)];
  },
});

function policyLines({ name, priority, match, words }: QosPolicy): string[] {
  const quoted = quotePowerShell(name);
  return changeLines({
    what: `QoS policy ${name}`,
    is: `(Read-Policy -Name ${quoted})`,
    should: quotePowerShell(words),
    target: name,
    action: 'Make the QoS policy',
    commands: [
      `Get-NetQosPolicy | Where-Object -FilterScript { $_.Name -eq ${quoted} } | Remove-NetQosPolicy -Confirm:$false -ErrorAction Stop`,
      `New-NetQosPolicy -Name ${quoted} ${match} -PriorityValue8021Action ${priority} -Confirm:$false -ErrorAction Stop | Out-Null`,
    ],
  });
}

/** Two policies that mark the same traffic would leave its priority to chance. */
function strayLines(names: readonly string[]): string[] {
  return [
    `$designed = @(${quoteList(names)})`,
    '$stray = @(Get-NetQosPolicy | Where-Object -FilterScript {',
    "    $mark = Read-Property -From $_ -Name 'PriorityValue8021Action', 'PriorityValue'",
    '    $designed -notcontains $_.Name -and $null -ne $mark -and [int]$mark -ge 0 -and [int]$mark -le 7',
    '})',
    "if (-not (Test-Designed -What 'QoS policies with a priority that are not in the design' -Is @($stray | ForEach-Object -Process { $_.Name }) -Should @())) {",
    "    if ($PSCmdlet.ShouldProcess((@($stray | ForEach-Object -Process { $_.Name }) -join ', '), 'Remove QoS policies that are not in the design')) {",
    '        foreach ($policy in $stray) { Remove-NetQosPolicy -InputObject $policy -Confirm:$false -ErrorAction Stop }',
    '        Add-Change',
    '    }',
    '}',
  ];
}
