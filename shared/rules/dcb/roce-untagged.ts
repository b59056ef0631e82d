import { defineRule } from '../define.ts';
import { isRoce } from '../facts.ts';
import { rdmaNetworks } from '../helpers/rdma-networks.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { whyNoRoce } from '../helpers/dcb-scope.ts';

/** Storage networks; RoCE on networks of other purposes is NET-07's. */
export const roceUntagged = defineRule({
  id: 'DCB-15',
  area: 'dcb',
  title: 'RoCE storage traffic has a VLAN tag',
  severity: 'fail',
  sources: ['SET', 'CNIC', 'VG'],
  check: ({ facts }) => {
    const why = whyNoRoce(facts);
    if (why) return notApplicable(why);
    return judgeEach(
      rdmaNetworks(facts).filter(
        ({ network, protocols }) => network.purpose === 'storage' && protocols.some(isRoce),
      ),
      {
        absent: 'No storage network runs over RoCE.',
        reason: 'The priority that PFC acts on is carried inside the VLAN tag; a frame without tag has none.',
        held: 'Each RoCE storage network has a VLAN.',
        fault: ({ network, carriers }) =>
          network.vlan === 0
            ? {
                message: `Network "${network.name}" is untagged and carries RoCE of ${carriers[0]?.label ?? ''}.`,
                fix: 'Give the network a VLAN from 1 to 4094 and carry it tagged on the switch ports.',
              }
            : null,
      },
    );
  },
});
