import { defineStep } from '../define.ts';
import { settingsOf } from '../settings.ts';

/** Every later line speaks of adapters by the design's names. */
export const renameAdapters = defineStep({
  id: 'rename-adapters',
  title: 'Names of the adapters',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => settingsOf(input).ports.length > 0,
  helpers: ['Test-Designed', 'Add-Change'],
  lines: () => RENAME,
});

/** A name another adapter still holds is freed first, so that two adapters can swap their names. */
const RENAME = [
  'foreach ($adapter in $Adapters) {',
  '    $current = Get-NetAdapter -InterfaceIndex $adapter.Index',
  "    if (-not (Test-Designed -What ('Name of the adapter in slot {0} port {1}' -f $adapter.Slot, $adapter.Port) -Is $current.Name -Should $adapter.Name)) {",
  "        if ($PSCmdlet.ShouldProcess($current.Name, ('Rename to {0}' -f $adapter.Name))) {",
  '            foreach ($holder in @(Get-NetAdapter | Where-Object -FilterScript { $_.Name -eq $adapter.Name })) {',
  "                $spare = 'Spare {0}' -f $holder.InterfaceIndex",
  "                Write-Host -Object ('{0} makes room and is now {1}' -f $holder.Name, $spare)",
  '                Rename-NetAdapter -InputObject $holder -NewName $spare -Confirm:$false -ErrorAction Stop',
  '            }',
  '            Rename-NetAdapter -InputObject $current -NewName $adapter.Name -Confirm:$false -ErrorAction Stop',
  '            Add-Change',
  '        } else {',
  "            Write-Host -Object '  Not renamed: the stages below look for the new name and count all settings of this adapter as different.'",
  '        }',
  '    }',
  '}',
];
