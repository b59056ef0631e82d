import { defineRule } from '../define.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { round1 } from '../words.ts';
import { computeClusters, limitGbps, smbClassGbps, whyNoMigration } from '../helpers/live-migration.ts';

/** Share of the SMB class that the example allocation of the host network requirements gives to live migration. */
const EXAMPLE_SHARE = 0.29;
/** What Validate-DCB expects above 10 Gb/s, and what its 60 % of a 10 Gb/s port come to: 750 MB/s. */
const VALIDATE_GBPS = 6;

/** Rates are sums of fractions; a difference this small is none, Gb/s. */
const ROUNDING = 1e-6;

export const migrationLimitHigh = defineRule({
  id: 'CL-06',
  area: 'cluster',
  title: 'The limit of live migration leaves room for storage',
  severity: 'info',
  sources: ['HNR', 'VM'],
  check: ({ plan, facts }) => {
    const limit = limitGbps(plan);
    const share = smbClassGbps(plan, facts);
    const none = plan.fabric.liveMigration !== 'smb' || limit === null;
    const why =
      whyNoMigration(facts) ??
      (none
        ? 'Live migration has no limit over SMB.'
        : share === 0
          ? 'Not every compute node has a cabled RDMA adapter.'
          : null);
    if (why || limit === null) return notApplicable(why ?? '');
    const most = Math.max(share * EXAMPLE_SHARE, VALIDATE_GBPS);
    const reason = 'Published examples give live migration 29 % of the SMB class, or 750 MB/s.';
    const faults =
      limit - most < ROUNDING
        ? []
        : [
            violated(['fabric'], {
              message: `Live migration may take ${round1(limit)} Gb/s of an SMB class of ${round1(share)} Gb/s.`,
              reason,
              fix: `Lower the limit to ${Math.floor((most * 1000) / 8)} MB/s.`,
            }),
          ];
    return conclude(faults, {
      subjects: computeClusters(facts),
      message: `Live migration may take ${round1(limit)} Gb/s, no more than the ${round1(most)} Gb/s of the examples.`,
      reason,
    });
  },
});
