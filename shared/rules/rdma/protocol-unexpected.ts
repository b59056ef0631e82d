import type { RdmaProtocol } from '../../catalog/types.ts';
import { isAtLeast } from '../../model/index.ts';
import { defineRule } from '../define.ts';
import type { Facts, SlotUse } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { listNames } from '../words.ts';

/** What Validate-DCB expects by maker; its rule for Intel is older than the cards in use and left out. */
const EXPECTED: readonly (readonly [RegExp, readonly RdmaProtocol[]])[] = [
  [/mellanox|nvidia|broadcom/i, ['RoCEv2']],
  [/chelsio/i, ['iWARP']],
  [/marvell|qlogic|cavium/i, ['iWARP', 'RoCEv2']],
];

/** The protocols expected of a card that it can speak; empty when nothing is expected of it. */
function expectedOf({ adapter }: SlotUse): readonly RdmaProtocol[] {
  const { part } = adapter;
  if (!part) return [];
  const wanted = EXPECTED.find(([maker]) => maker.test(part.manufacturer))?.[1] ?? [];
  return wanted.filter((protocol) => part.rdma.includes(protocol));
}

/** Cards in a network where protocols meet; RDMA-02 and RDMA-03 report those. */
function inMixedNetwork(slot: SlotUse, facts: Facts): boolean {
  return facts.carriers.some(
    ({ network, slots }) => facts.mixedNetworks.has(network.id) && slots.includes(slot),
  );
}

export const protocolUnexpected = defineRule({
  id: 'RDMA-05',
  area: 'rdma',
  title: 'The RDMA protocol the maker is expected to use',
  severity: 'warn',
  sources: ['VM'],
  check: ({ facts }) =>
    judgeEach(
      facts.slots.filter(
        (slot) =>
          slot.adapter.rdma &&
          isAtLeast(slot.use.profile.os, '2016') &&
          expectedOf(slot).length > 0 &&
          !inMixedNetwork(slot, facts),
      ),
      {
        absent:
          'No RDMA card on Windows Server 2016 or later could speak the protocol expected of its maker, or RDMA-02 or RDMA-03 reports its network.',
        reason:
          'Validate-DCB expects RoCE v2 of NVIDIA and Broadcom cards, iWARP of Chelsio, and either of Marvell.',
        held: 'Each RDMA card uses the protocol expected of its maker.',
        fault: (slot) => {
          const { protocol } = slot.adapter.slot;
          const expected = expectedOf(slot);
          return protocol !== null && expected.includes(protocol)
            ? null
            : {
                message: `${protocol ?? 'No protocol'} is set in ${slot.label}, which can speak ${listNames(expected)}.`,
                fix: `Set the card to ${expected.join(' or ')}.`,
              };
        },
      },
    ),
});
