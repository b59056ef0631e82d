import { defineRule } from '../define.ts';
import { isRoce } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { rdmaNetworks } from '../helpers/rdma-networks.ts';

/** Storage networks are DCB-15's. */
export const roceNetworkUntagged = defineRule({
  id: 'NET-07',
  area: 'net',
  title: 'VLAN 1 to 4094 for all RoCE traffic',
  severity: 'fail',
  sources: ['ATC', 'VG'],
  check: ({ facts }) =>
    judgeEach(
      rdmaNetworks(facts).filter(
        ({ network, protocols }) => network.purpose !== 'storage' && protocols.some(isRoce),
      ),
      {
        absent: 'RoCE runs on no other network than those for storage, which DCB-15 looks at.',
        reason: 'VLAN 0 means untagged, and an untagged frame has no priority to protect it.',
        held: 'Each other network that RoCE crosses has a VLAN.',
        fault: ({ network, carriers }) =>
          network.vlan === 0
            ? {
                message: `Network "${network.name}" is untagged, and ${carriers[0]?.label ?? ''} runs RoCE on it.`,
                fix: 'Give the network a VLAN from 1 to 4094, or turn RDMA off there.',
              }
            : null,
      },
    ),
});
