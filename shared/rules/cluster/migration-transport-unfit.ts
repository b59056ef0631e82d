import { defineRule } from '../define.ts';
import { conclude, notApplicable, violated, type Telling } from '../results.ts';
import { round1 } from '../words.ts';
import {
  computeClusters,
  limitGbps,
  smbClassGbps,
  SMB_FROM_GBPS,
  whyNoMigration,
} from '../helpers/live-migration.ts';

/** The bandwidth live migration may take is the SMB class of the slowest compute node, or the limit set for it. */
export const migrationTransportUnfit = defineRule({
  id: 'CL-04',
  area: 'cluster',
  title: 'Live migration uses the transport its bandwidth asks for',
  severity: 'warn',
  sources: ['HNR'],
  check: ({ plan, facts }) => {
    const share = smbClassGbps(plan, facts);
    const why =
      whyNoMigration(facts) ?? (share === 0 ? 'Not every compute node has a cabled RDMA adapter.' : null);
    if (why) return notApplicable(why);
    const available = Math.min(share, limitGbps(plan) ?? share);
    const reason = `From ${SMB_FROM_GBPS} Gb/s on, SMB Direct moves virtual machines fastest; below that, compression does.`;
    const { liveMigration } = plan.fabric;
    const told = tell();
    return conclude(told ? [violated(['fabric'], told)] : [], {
      subjects: computeClusters(facts),
      message: `Live migration may take ${round1(available)} Gb/s and uses ${liveMigration === 'smb' ? 'SMB' : liveMigration}.`,
      reason,
    });

    function tell(): Telling | null {
      if (liveMigration === 'smb' && available < SMB_FROM_GBPS) {
        return {
          message: `Live migration uses SMB, but may take only ${round1(available)} Gb/s.`,
          reason,
          fix: 'Choose compression, or give live migration more bandwidth.',
        };
      }
      if (liveMigration === 'compression' && available >= SMB_FROM_GBPS) {
        return {
          message: `Live migration uses compression although it may take ${round1(available)} Gb/s over RDMA.`,
          reason,
          fix: 'Choose SMB.',
        };
      }
      return null;
    }
  },
});
