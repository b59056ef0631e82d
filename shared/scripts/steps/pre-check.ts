import { quotePowerShell } from '../../lib/quote.ts';
import { isAtLeast } from '../../model/index.ts';
import { blockersOf } from '../blockers.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import { onSwitch, settingsOf, type TeamSettings, type VnicSettings } from '../settings.ts';
import { literal } from '../text.ts';

/** Stops before any change unless this is the right server, fit for the design, with every adapter found. */
export const preCheck = defineStep({
  id: 'pre-check',
  title: 'Pre-checks: nothing is changed unless all of them pass',
  script: 'configure',
  perProfile: true,
  appliesTo: () => true,
  helpers: ['Read-Property'],
  lines: (input) => [
    '$problems = @()',
    ...blockersOf(input).map((blocker) => `$problems += ${quotePowerShell(blocker)}`),
    ...SERVER,
    ...FIND_ADAPTERS,
    ...switchChecks(input),
    ...STOP,
  ],
});

const SERVER = [
  "$principal = New-Object -TypeName 'System.Security.Principal.WindowsPrincipal' -ArgumentList ([System.Security.Principal.WindowsIdentity]::GetCurrent())",
  'if (-not $principal.IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator)) {',
  "    $problems += 'Start Windows PowerShell as administrator'",
  '}',
  '$hostName = [System.Net.Dns]::GetHostName()',
  "if (-not $Force -and $hostName.Split('.')[0] -ne $NodeName.Split('.')[0]) {",
  "    $problems += ('This server is {0}, the script is for {1}. Use -Force to run it all the same' -f $hostName, $NodeName)",
  '}',
  "$system = Get-CimInstance -ClassName 'Win32_OperatingSystem'",
  'if ([int]$system.BuildNumber -ne $ExpectedBuild -or $system.ProductType -eq 1) {',
  "    $problems += ('This is {0} build {1}, the design is for {2} build {3}' -f $system.Caption, $system.BuildNumber, $ExpectedSystem, $ExpectedBuild)",
  '}',
];

/**
 * Ports inside a slot are counted in the order of PCI segment, bus, device and function. A card whose ports
 * share one function (ConnectX-3 is one) gives no order at all: there only the MAC address tells.
 */
const FIND_ADAPTERS = [
  '$physical = @(Get-NetAdapter -Physical)',
  '$hardware = @(Get-NetAdapterHardwareInfo -ErrorAction SilentlyContinue | ForEach-Object -Process {',
  '    [pscustomobject]@{',
  '        Name = $_.Name',
  "        Slot = Read-Property -From $_ -Name 'SlotNumber', 'Slot'",
  "        Place = '{0:d5}:{1:d3}:{2:d2}.{3:d1}' -f [int](Read-Property -From $_ -Name 'SegmentNumber', 'Segment'),",
  "            [int](Read-Property -From $_ -Name 'BusNumber', 'Bus'), [int](Read-Property -From $_ -Name 'DeviceNumber', 'Device'),",
  "            [int](Read-Property -From $_ -Name 'FunctionNumber', 'Function')",
  '    }',
  "} | Sort-Object -Property 'Place')",
  'foreach ($adapter in $Adapters) {',
  '    $match = @()',
  '    if ($null -ne $adapter.Mac) {',
  "        $match = @($physical | Where-Object -FilterScript { ([string]$_.PermanentAddress -replace '[-:]', '') -eq ($adapter.Mac -replace '[-:]', '') })",
  '    } elseif ($null -ne $adapter.PciSlot) {',
  '        $inSlot = @($hardware | Where-Object -FilterScript { $_.Slot -eq $adapter.PciSlot })',
  '        $places = @($inSlot | ForEach-Object -Process { $_.Place } | Select-Object -Unique)',
  '        if ($inSlot.Count -eq $adapter.PortsInSlot -and $places.Count -eq $inSlot.Count) {',
  '            $match = @($physical | Where-Object -FilterScript { $_.Name -eq $inSlot[$adapter.Port - 1].Name })',
  '        }',
  '    }',
  '    if ($match.Count -eq 1) {',
  '        $adapter.Index = $match[0].InterfaceIndex',
  '    } elseif ($null -eq $adapter.Mac -and $null -eq $adapter.PciSlot) {',
  "        $problems += ('{0}: neither a MAC address nor a PCI slot number is known. Write the MAC address into $Adapters above' -f $adapter.Name)",
  '    } elseif ($null -eq $adapter.Mac) {',
  "        $problems += ('{0}: slot {1} does not tell which adapter is port {2} of {3}. Write the MAC addresses into $Adapters above' -f $adapter.Name, $adapter.Slot, $adapter.Port, $adapter.PortsInSlot)",
  '    } else {',
  "        $problems += ('{0}: {1} adapters have the MAC address {2}' -f $adapter.Name, $match.Count, $adapter.Mac)",
  '    }',
  '}',
  '$taken = @($Adapters | Where-Object -FilterScript { $_.Index -ne 0 } | ForEach-Object -Process { $_.Index })',
  'if (@($taken | Select-Object -Unique).Count -ne $taken.Count) {',
  "    $problems += 'One adapter of this server matches two adapters of the design'",
  '}',
];

const STOP = [
  'if ($problems.Count -gt 0) {',
  "    Write-Host -Object 'Nothing was changed. Adapters found on this server:'",
  "    $physical | Format-Table -AutoSize -Property 'Name', 'InterfaceDescription', 'PermanentAddress', 'Status', 'LinkSpeed' | Out-String | Write-Host",
  "    $hardware | Format-Table -AutoSize -Property 'Name', 'Slot', 'Place' | Out-String | Write-Host",
  '    foreach ($problem in $problems) { Write-Warning -Message $problem }',
  "    throw ('Stopped before any change: {0} pre-checks failed.' -f $problems.Count)",
  '}',
];

/** Embedded teaming and SR-IOV are fixed when a switch is made, and a vNIC's switch when it is added. */
function switchChecks(input: ScriptInput): string[] {
  const { teams, vnics } = settingsOf(input);
  const switches = teams.filter((each) => onSwitch(each.team));
  if (switches.length === 0) return [];
  return [
    "if ($null -ne (Get-Command -Name 'Get-VMSwitch' -ErrorAction SilentlyContinue)) {",
    ...switches.flatMap((each) => switchLines(input, each)).map(indent),
    ...vnics
      .filter((each) => onSwitch(each.team))
      .flatMap(vnicLines)
      .map(indent),
    '}',
  ];
}

function switchLines(input: ScriptInput, { team }: TeamSettings): string[] {
  const name = quotePowerShell(team.name);
  const teaming = isAtLeast(input.os, '2016')
    ? `[bool]$_.EmbeddedTeamingEnabled -ne ${literal(team.kind === 'set')} -or `
    : '';
  return [
    '$unlike = @(Get-VMSwitch -ErrorAction SilentlyContinue | Where-Object -FilterScript {',
    `    $_.Name -eq ${name} -and (${teaming}[bool]$_.IovEnabled -ne ${literal(team.iov)} -or [string]$_.SwitchType -ne 'External')`,
    '})',
    'if ($unlike.Count -gt 0) {',
    `    $problems += ${quotePowerShell(`The virtual switch "${team.name}" exists, but not as designed (external, embedded teaming, SR-IOV). That cannot be changed: remove it first`)}`,
    '}',
  ];
}

function vnicLines({ vnic, team }: VnicSettings): string[] {
  return [
    '$elsewhere = @(Get-VMNetworkAdapter -ManagementOS -ErrorAction SilentlyContinue | Where-Object -FilterScript {',
    `    $_.Name -eq ${quotePowerShell(vnic.name)} -and $_.SwitchName -ne ${quotePowerShell(team.name)}`,
    '})',
    'if ($elsewhere.Count -gt 0) {',
    `    $problems += ${quotePowerShell(`The host adapter "${vnic.name}" exists on another virtual switch: remove it first`)}`,
    '}',
  ];
}

const indent = (line: string) => `    ${line}`;
