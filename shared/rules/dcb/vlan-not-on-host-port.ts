import { defineRule } from '../define.ts';
import { nodeNames } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { missingVlans } from '../helpers/vlans.ts';
import { createCarriedReader } from '../traffic.ts';
import { judged } from '../helpers/dcb-scope.ts';

/** VLANs a roaming vNIC finds on one switch of its team only are SET-14's. */
export const vlanNotOnHostPort = defineRule({
  id: 'DCB-21',
  area: 'dcb',
  title: 'Host ports are trunks with the VLANs in use',
  severity: 'fail',
  sources: ['CNIC', 'CSW'],
  check: ({ facts, plan }) => {
    const { vlansOf } = createCarriedReader(plan.networks);
    const missing = missingVlans(facts, vlansOf);
    const { traffic } = facts;
    const switches = facts.switches.filter(({ id }) => traffic.get(id)?.tagged);
    return judgeEach(judged(switches), {
      absent: 'No host port of a switch carries a tagged network.',
      reason: 'Hosts tag what they send. An access port, or a trunk without the VLAN, drops these frames.',
      held: 'Host ports carry each VLAN their hosts use.',
      fault: ({ name, item }) => {
        if (!item.record.trunk) {
          const senders = facts
            .hostPortsOf(item.id)
            .filter(({ port }) => vlansOf(port).length > 0)
            .map(({ node }) => node);
          return {
            message: `The host ports of ${name} are access ports, but ${nodeNames([...new Set(senders)])} send tagged frames.`,
            fix: `Make the host ports of ${name} trunks.`,
          };
        }
        const lacking = [...(missing.get(item.id) ?? [])].sort(([a], [b]) => a - b);
        if (lacking.length === 0) return null;
        const parts = lacking.map(([vlan, nodes]) => `VLAN ${vlan} (used by ${nodeNames(nodes)})`);
        return {
          message: `${name} does not carry ${parts.join(', ')}.`,
          fix: 'Add the VLAN to the host ports, or let the switch follow the cabled networks.',
        };
      },
    });
  },
});
