import { defineRule } from '../define.ts';
import type { PlanNode, PlanSwitch } from '../../plan/types.ts';
import { nodeNames } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { hostPorts, missingVlans } from '../vlans.ts';
import { judged } from './scope.ts';

/** VLANs a roaming vNIC finds on one switch of its team only are SET-14's. */
export const vlanNotOnHostPort = defineRule({
  id: 'DCB-21',
  area: 'dcb',
  title: 'Host ports are trunks with the VLANs in use',
  severity: 'fail',
  sources: ['CNIC', 'CSW'],
  check: ({ facts, plan }) => {
    const vlanOf = new Map(plan.networks.map((network) => [network.id, network.vlan]));
    const tagged = (item: PlanSwitch): readonly PlanNode[] => {
      const nodes = hostPorts(item, plan).flatMap(({ node, port }) =>
        port.networkIds.some((id) => (vlanOf.get(id) ?? 0) !== 0) ? [node] : [],
      );
      return [...new Set(nodes)];
    };
    const missing = missingVlans(facts, plan);
    return judgeEach(judged(plan.switches.filter((item) => tagged(item).length > 0)), {
      absent: 'No host port of a switch carries a tagged network.',
      reason: 'Hosts tag what they send. An access port, or a trunk without the VLAN, drops these frames.',
      held: 'Host ports carry each VLAN their hosts use.',
      fault: ({ name, item }) => {
        if (!item.record.trunk) {
          return {
            message: `The host ports of ${name} are access ports, but ${nodeNames(tagged(item))} send tagged frames.`,
            fix: `Make the host ports of ${name} trunks.`,
          };
        }
        const lacking = [...(missing.get(item) ?? [])].sort(([a], [b]) => a - b);
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
