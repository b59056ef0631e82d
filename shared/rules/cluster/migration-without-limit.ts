import { defineRule } from '../define.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { computeClusters, whyNoMigration } from '../helpers/live-migration.ts';

export const migrationWithoutLimit = defineRule({
  id: 'CL-05',
  area: 'cluster',
  title: 'Live migration over SMB has a limit',
  severity: 'warn',
  sources: ['HNR', 'VM', 'PSD'],
  check: ({ plan, facts }) => {
    const why =
      whyNoMigration(facts) ??
      (plan.fabric.liveMigration === 'smb' ? null : 'Live migration does not use SMB.');
    if (why) return notApplicable(why);
    const reason =
      'Migration and storage share the SMB class: without a limit, one migration can take all of it from the disks.';
    const limit = plan.fabric.liveMigrationLimitMBps;
    const faults =
      limit === null
        ? [
            violated(['fabric'], {
              message: 'Live migration over SMB has no bandwidth limit.',
              reason,
              fix: 'Set a limit, for example 750 MB/s; the script adds the feature FS-SMBBW.',
            }),
          ]
        : [];
    return conclude(faults, {
      subjects: computeClusters(facts),
      message: `Live migration over SMB is limited to ${limit ?? 0} MB/s.`,
      reason,
    });
  },
});
