import { commentPowerShell, quotePowerShell } from '../lib/quote.ts';
import { projectOf } from '../model/index.ts';
import type { ScriptFile, ScriptInput } from './define.ts';
import { settingsOf, type AddressSettings, type PortSettings } from './settings.ts';
import { SYSTEMS } from './systems.ts';
import { arrayLines, literal, record } from './text.ts';

/** Comment block and requirements at the head of a script. */
export function headerLines(input: ScriptInput, script: ScriptFile['script'], designHash: string): string[] {
  const project = projectOf(input.design);
  const system = SYSTEMS[input.os];
  const revision =
    project.revisionDate === '' ? project.revision : `${project.revision} of ${project.revisionDate}`;
  const purpose =
    script === 'configure'
      ? [
          'Run on the server itself: addresses and virtual switches may cut a remote session.',
          'Safe to run again; -WhatIf shows the changes without making them.',
        ]
      : ['Changes nothing. Returns one object per check; the exit code is 1 when one fails.'];
  const lines = [
    '#Requires -Version ' + system.shell,
    // Windows PowerShell 3.0 does not know this requirement yet and would refuse the file; the pre-checks ask instead.
    ...(system.shell === '3.0' ? [] : ['#Requires -RunAsAdministrator']),
    `# Clusterwright: ${script === 'configure' ? 'configuration' : 'verification'} of one server`,
    `# Server: ${commentPowerShell(input.node.record.name)}`,
    `# Cluster: ${commentPowerShell(input.node.cluster.name)}`,
    `# Project: ${commentPowerShell(project.name)}`,
    `# Revision: ${commentPowerShell(revision)}`,
    `# System: ${system.name}`,
  ];
  if (designHash !== '') lines.push(`# Design: ${commentPowerShell(designHash)}`);
  return [...lines, ...purpose.map((line) => `# ${line}`)];
}

/** Parameters and tables of the configuring script: all that differs between two servers of one profile. */
export function configureParameters(input: ScriptInput): string[] {
  const { ports, addresses } = settingsOf(input);
  const system = SYSTEMS[input.os];
  return [
    "[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]",
    'param(',
    '    # Name of this server.',
    `    [string]$NodeName = ${quotePowerShell(input.node.record.name)},`,
    '    # Addresses by interface.',
    ...arrayLines('[object[]]$Addresses = ', addresses.map(addressRecord), '),').map((line) => `    ${line}`),
    '    # System the design is for.',
    `    [string]$ExpectedSystem = ${quotePowerShell(system.name)},`,
    `    [int]$ExpectedBuild = ${system.build},`,
    '    # Log of each run; it grows by every run.',
    "    [string]$LogPath = (Join-Path -Path $env:ProgramData -ChildPath 'clusterwright-configure.log'),",
    '    # Runs on a server of another name.',
    '    [switch]$Force',
    ')',
    'Set-StrictMode -Version Latest',
    // The network commands are functions of modules, which do not see this script's preference: each
    // changing command says -ErrorAction Stop itself (PowerShell issues 4568 and 24389).
    "$ErrorActionPreference = 'Stop'",
    '# Adapter ports: the name each gets, and how it is found: by MAC address, else by PCI slot and order in the slot.',
    ...arrayLines(
      '$Adapters = ',
      ports.map((port) => adapterRecord(port, ports)),
    ),
    '$Count = @{ Same = 0; Different = 0; Changed = 0; Missing = 0 }',
  ];
}

function addressRecord({ interfaceName, network, address, prefixLength, internal }: AddressSettings): string {
  return record({
    Interface: quotePowerShell(interfaceName),
    Address: quotePowerShell(address),
    PrefixLength: String(prefixLength),
    Gateway: literal(internal ? null : network.gateway),
    Dns: `@(${internal ? '' : network.dns.map(quotePowerShell).join(', ')})`,
    Internal: literal(internal),
  });
}

function adapterRecord(settings: PortSettings, all: readonly PortSettings[]): string {
  return record({
    Name: quotePowerShell(settings.port.name),
    Mac: literal(settings.mac),
    PciSlot: literal(settings.pciSlot),
    Slot: quotePowerShell(settings.adapter.slot.slot),
    Port: String(settings.port.number),
    PortsInSlot: String(all.filter((each) => each.adapter === settings.adapter).length),
    Index: '0',
  });
}

/** Parameters of the verifying script. */
export function verifyParameters(input: ScriptInput): string[] {
  return [
    '[CmdletBinding()]',
    'param(',
    '    # Name of this server.',
    `    [string]$NodeName = ${quotePowerShell(input.node.record.name)}`,
    ')',
    'Set-StrictMode -Version Latest',
    "$ErrorActionPreference = 'Stop'",
    '$Count = @{ Passed = 0; Failed = 0 }',
  ];
}

/** Lines around the stages of a script, and how far the stages are indented between them. */
export interface Frame {
  readonly before: readonly string[];
  readonly indent: string;
  readonly after: readonly string[];
}

/** The stages of the configuring script stand inside its transcript. A dry run writes no log either. */
export const CONFIGURE_FRAME: Frame = {
  before: [
    '$logging = -not $WhatIfPreference',
    'if ($logging) { Start-Transcript -Path $LogPath -Append | Out-Null }',
    'try {',
  ],
  indent: '    ',
  after: ['    Write-Summary', '} finally {', '    if ($logging) { Stop-Transcript | Out-Null }', '}'],
};

/** The checks are followed by the overall result, as one more object and as the exit code. */
export const VERIFY_FRAME: Frame = {
  before: [],
  indent: '',
  after: [
    '$pass = $Count.Failed -eq 0',
    "[pscustomobject]@{ Name = 'Overall'; Expected = 'all passed'; Actual = ('{0} passed, {1} failed' -f $Count.Passed, $Count.Failed); Pass = $pass }",
    'if (-not $pass) { exit 1 }',
    'exit 0',
  ],
};
