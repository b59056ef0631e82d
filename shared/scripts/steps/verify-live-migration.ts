import { quotePowerShell } from '../../lib/quote.ts';
import { defineStep } from '../define.ts';
import { checkLine } from '../text.ts';
import { choosesMigrationOption, migrationLimit, migrationOption } from './live-migration.ts';

export const verifyLiveMigration = defineStep({
  id: 'verify-live-migration',
  title: 'Live migration',
  script: 'verify',
  perProfile: true,
  appliesTo: choosesMigrationOption,
  helpers: ['Add-Check'],
  lines: (input) => {
    const limit = migrationLimit(input);
    return [
      checkLine(
        'Live migration over',
        quotePowerShell(migrationOption(input)),
        '(Get-VMHost).VirtualMachineMigrationPerformanceOption',
      ),
      ...(limit === null
        ? []
        : [
            checkLine(
              'Live migration limit in bytes per second',
              String(limit),
              '(Get-SmbBandwidthLimit -Category LiveMigration).BytesPerSecond',
            ),
          ]),
    ];
  },
});
