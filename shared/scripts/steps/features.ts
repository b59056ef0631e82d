import { fabricOf, isAtLeast } from '../../model/index.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import { onSwitch, settingsOf } from '../settings.ts';
import { arrayLines } from '../text.ts';
import { quotePowerShell } from '../../lib/quote.ts';

/** True when the live migration limit is set by this node's script. */
export function hasMigrationLimit(input: ScriptInput): boolean {
  const fabric = fabricOf(input.design);
  return (
    runsVms(input) &&
    isAtLeast(input.os, '2012r2') &&
    fabric.liveMigration === 'smb' &&
    fabric.liveMigrationLimitMBps !== null
  );
}

/** True when the node's role runs virtual machines. */
export function runsVms(input: ScriptInput): boolean {
  return input.node.cluster.kind !== 'file-server';
}

/** Windows features the node's role and settings need, with the tools the later stages call. */
export function featuresOf(input: ScriptInput): string[] {
  const { dcb, teams } = settingsOf(input);
  const kind = input.node.cluster.kind;
  const features: string[] = [];
  if (dcb) features.push('Data-Center-Bridging');
  if (kind !== 'hyper-v') features.push('FS-FileServer');
  if (runsVms(input) || teams.some((each) => onSwitch(each.team)))
    features.push('Hyper-V', 'Hyper-V-PowerShell');
  const members =
    input.plan.clusters.find((each) => each.record.id === input.node.cluster.id)?.nodes.length ?? 1;
  if (members > 1) features.push('Failover-Clustering', 'RSAT-Clustering-PowerShell');
  if (hasMigrationLimit(input)) features.push('FS-SMBBW');
  return features;
}

/** Features come first: the commands of the later stages arrive with them. */
export const features = defineStep({
  id: 'features',
  title: 'Windows features',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => featuresOf(input).length > 0,
  helpers: ['Test-Designed', 'Add-Change', 'Write-Summary'],
  lines: (input) => [...arrayLines('$features = ', featuresOf(input).map(quotePowerShell)), ...INSTALL],
});

const INSTALL = [
  '$restart = $false',
  '$absent = @()',
  'foreach ($feature in @(Get-WindowsFeature -Name $features)) {',
  "    if ([string]$feature.InstallState -eq 'InstallPending') {",
  '        $restart = $true',
  '        continue',
  '    }',
  "    if (-not (Test-Designed -What ('Feature {0}' -f $feature.Name) -Is $feature.InstallState -Should 'Installed')) {",
  "        if ($PSCmdlet.ShouldProcess($feature.Name, 'Install the Windows feature')) {",
  '            $result = Install-WindowsFeature -Name $feature.Name -IncludeManagementTools -Confirm:$false -ErrorAction Stop',
  "            if ([string]$result.RestartNeeded -ne 'No') { $restart = $true }",
  '            Add-Change',
  '        } else {',
  '            $absent += $feature.Name',
  '        }',
  '    }',
  '}',
  'if ($restart) {',
  "    Write-Host -Object 'Restart this server to finish installing features, then run this script again: it continues from here.'",
  '    Write-Summary',
  '    exit 3010',
  '}',
  'if ($absent.Count -gt 0) {',
  "    Write-Host -Object ('The stages below need {0}: this run ends here.' -f ($absent -join ', '))",
  '    Write-Summary',
  '    exit 0',
  '}',
];
