import type { NetworkId } from '../../lib/ids.ts';
import type { Facts } from '../facts.ts';
import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';

/** Every network that a port or a vNIC of a node names, also where another rule says that it cannot stay there. */
function namedNetworks({ profiles }: Facts): ReadonlySet<NetworkId> {
  const named = new Set<NetworkId>();
  for (const { profile } of profiles) {
    for (const { ports } of profile.adapters)
      for (const { networkId } of ports) if (networkId !== null) named.add(networkId);
    for (const { networkId } of profile.vnics) named.add(networkId);
  }
  return named;
}

/** Virtual machines reach a compute network through the virtual switch; no interface of the host is in it. */
function servesVirtualMachines({ teams }: Facts): boolean {
  return teams.some(({ team }) => team.kind !== 'lbfo' || team.virtualSwitch);
}

export const networkWithoutInterface = defineRule({
  id: 'NET-10',
  area: 'net',
  title: 'Each network has an interface',
  severity: 'warn',
  sources: ['ENG'],
  check: ({ facts, plan }) => {
    const virtual = servesVirtualMachines(facts);
    const asked = plan.networks.filter(({ purpose }) => purpose !== 'compute' || !virtual);
    const named = namedNetworks(facts);
    return judgeEach(
      facts.nodes.length === 0 ? [] : asked.map((network) => ({ subject: network.id, network })),
      {
        absent: 'There is no node, or no network that hosts are in.',
        reason:
          'A network nobody is in is a forgotten interface, or a VLAN and a subnet set aside for nothing.',
        held: 'Each network has an interface of a node.',
        fault: ({ network }) =>
          named.has(network.id)
            ? null
            : {
                message: `No interface of any node is in network "${network.name}".`,
                fix: 'Assign it to a port or to a vNIC, or remove the network.',
              },
      },
    );
  },
});
