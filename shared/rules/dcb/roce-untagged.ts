import type { Network } from '../../model/index.ts';
import { defineRule } from '../define.ts';
import { isRoce, type Facts } from '../facts.ts';
import { judgeEach, notApplicable } from '../results.ts';
import { whyNoRoce } from './scope.ts';

/** Networks that RoCE crosses, each once, with the interfaces in words. */
export function roceNetworks(
  facts: Facts,
): readonly { readonly subject: string; readonly network: Network; readonly label: string }[] {
  const found = new Map<string, { network: Network; label: string }>();
  for (const { network, protocols, label } of facts.carriers) {
    if (![...protocols].some(isRoce) || found.has(network.id)) continue;
    found.set(network.id, { network, label });
  }
  return [...found].map(([subject, entry]) => ({ subject, ...entry }));
}

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
      roceNetworks(facts).filter(({ network }) => network.purpose === 'storage'),
      {
        absent: 'No storage network runs over RoCE.',
        reason: 'The priority that PFC acts on is carried inside the VLAN tag; a frame without tag has none.',
        held: 'Each RoCE storage network has a VLAN.',
        fault: ({ network, label }) =>
          network.vlan === 0
            ? {
                message: `Network "${network.name}" is untagged and carries RoCE of ${label}.`,
                fix: 'Give the network a VLAN from 1 to 4094 and carry it tagged on the switch ports.',
              }
            : null,
      },
    );
  },
});
