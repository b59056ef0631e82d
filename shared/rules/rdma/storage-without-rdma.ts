import type { Carrier } from '../facts.ts';
import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';
import { isKnown } from './scope.ts';

function why({ slots, vnic }: Carrier): string {
  const able = slots.some(({ adapter }) => adapter.part && adapter.part.rdma.length > 0);
  if (!able) return vnic ? 'no member of its team has RDMA' : 'its card has no RDMA';
  const wrong = slots.find(({ adapter }) => adapter.slot.protocol !== null);
  return wrong ? `its card does not speak ${wrong.adapter.slot.protocol ?? ''}` : 'RDMA is off on its card';
}

/** RDMA that is off on one vNIC of an RDMA team is RDMA-08's. */
export const storageWithoutRdma = defineRule({
  id: 'RDMA-01',
  area: 'rdma',
  title: 'Storage runs over RDMA adapters',
  severity: 'fail',
  sources: ['SMBD'],
  check: ({ facts }) =>
    judgeEach(
      facts.carriers.filter(
        (carrier) => (carrier.network.purpose === 'storage' || carrier.vnic?.rdma) && isKnown(carrier),
      ),
      {
        absent: 'No interface of a known card carries storage.',
        reason:
          'SMB Direct needs an RDMA adapter at both ends; over any other, storage falls back to TCP and the processor.',
        held: 'Each storage interface has an adapter with RDMA on.',
        fault: (carrier) =>
          carrier.slots.some(({ adapter }) => adapter.rdma)
            ? null
            : {
                message: `${carrier.label} carries "${carrier.network.name}", but ${why(carrier)}.`,
                fix: 'Turn RDMA on for the card, choose an RDMA card, or move storage to another adapter.',
              },
      },
    ),
});
