import { defineRule } from '../define.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { judged, whyNoPolicy } from '../helpers/dcb-scope.ts';
import { shareTotal } from '../helpers/shares.ts';

/** Shares that do not add up are DCB-11's. */
export const sharesDiffer = defineRule({
  id: 'DCB-12',
  area: 'dcb',
  title: 'Hosts and switches share bandwidth alike',
  severity: 'warn',
  sources: ['HNR', 'PNR', 'TORQ'],
  check: ({ facts, plan }) => {
    const why = whyNoPolicy(facts, plan);
    if (why) return notApplicable(why);
    const { smbShare, clusterShare } = plan.fabric;
    return judgeEach(
      judged(
        facts.switches.filter((item) => shareTotal(item) === 100 || item.record.overrides.shares === null),
      ),
      {
        absent:
          facts.switches.length === 0
            ? 'There is no switch.'
            : 'The shares of no switch add up; DCB-11 reports that.',
        reason:
          'ETS acts at each sender. A storage class that is wide on the host and narrow on the switch is as narrow as the switch.',
        held: `Hosts and switches give SMB ${smbShare} % and the cluster ${clusterShare} %.`,
        fault: ({ name, item }) => {
          const { smb, cluster } = item.settings.shares;
          return smb === smbShare && cluster === clusterShare
            ? null
            : {
                message: `${name} gives SMB ${smb} % and the cluster ${cluster} %, the hosts give ${smbShare} % and ${clusterShare} %.`,
                fix: `Copy the hosts' shares to ${name}, or let it follow the fabric policy.`,
              };
        },
      },
    );
  },
});
