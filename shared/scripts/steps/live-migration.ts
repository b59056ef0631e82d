import { must } from '../../lib/assert.ts';
import { quotePowerShell } from '../../lib/quote.ts';
import { fabricOf, isAtLeast } from '../../model/index.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import { changeLines } from '../text.ts';
import { hasMigrationLimit, runsVms } from './features.ts';

const OPTION = { smb: 'SMB', compression: 'Compression', tcpip: 'TCPIP' } as const;

/** Name of the live migration option as Windows spells it. */
export function migrationOption(input: ScriptInput): string {
  return OPTION[fabricOf(input.design).liveMigration];
}

/** The limit in bytes per second: the design's MB are 10^6 bytes. */
export function migrationLimit(input: ScriptInput): number | null {
  if (!hasMigrationLimit(input)) return null;
  return must(fabricOf(input.design).liveMigrationLimitMBps, 'a limit that is set') * 1_000_000;
}

/** True where the option exists: it came with Windows Server 2012 R2. */
export function choosesMigrationOption(input: ScriptInput): boolean {
  return runsVms(input) && isAtLeast(input.os, '2012r2');
}

export const liveMigration = defineStep({
  id: 'live-migration',
  title: 'Live migration',
  script: 'configure',
  perProfile: true,
  appliesTo: choosesMigrationOption,
  helpers: ['Test-Designed', 'Add-Change', 'Read-Property'],
  lines: (input) => {
    const option = migrationOption(input);
    const limit = migrationLimit(input);
    const lines = changeLines({
      what: 'Live migration over',
      is: "(Read-Property -From (Get-VMHost) -Name 'VirtualMachineMigrationPerformanceOption')",
      should: quotePowerShell(option),
      target: 'Live migration',
      action: `Use ${option}`,
      commands: [
        `Set-VMHost -VirtualMachineMigrationPerformanceOption ${option} -Confirm:$false -ErrorAction Stop`,
      ],
    });
    if (limit === null) return lines;
    return [
      ...lines,
      ...changeLines({
        what: 'Live migration limit in bytes per second',
        is: "(Read-Property -From (Get-SmbBandwidthLimit -Category LiveMigration -ErrorAction SilentlyContinue) -Name 'BytesPerSecond')",
        should: String(limit),
        target: 'Live migration',
        action: `Limit to ${limit} bytes per second`,
        commands: [
          `Set-SmbBandwidthLimit -Category LiveMigration -BytesPerSecond ${limit} -Confirm:$false -ErrorAction Stop`,
        ],
      }),
    ];
  },
});
