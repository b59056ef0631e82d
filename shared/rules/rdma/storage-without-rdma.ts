import type { Carrier } from '../facts.ts';
import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';
import { capital, listNames } from '../words.ts';
import { isKnown } from '../helpers/rdma-teams.ts';

function why({ slots, vnic }: Carrier): string {
  const able = slots.some(({ adapter }) => adapter.part && adapter.part.rdma.length > 0);
  if (!able) return vnic ? 'no member of its team has RDMA' : 'the card has no RDMA';
  const wrong = slots.find(({ adapter }) => adapter.slot.protocol !== null);
  return wrong ? `the card does not speak ${wrong.adapter.slot.protocol ?? ''}` : 'RDMA is off on the card';
}

/** Interfaces that are put right in one place: the ports of one slot, or one vNIC. */
interface Place {
  readonly subject: string;
  readonly carriers: readonly Carrier[];
}

function placesOf(carriers: readonly Carrier[]): readonly Place[] {
  const places = new Map<string, Carrier[]>();
  for (const carrier of carriers) {
    const subject = carrier.vnic ? carrier.subject : (carrier.slots[0]?.subject ?? carrier.subject);
    const known = places.get(subject);
    if (known) known.push(carrier);
    else places.set(subject, [carrier]);
  }
  return [...places].map(([subject, list]) => ({ subject, carriers: list }));
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
      placesOf(
        facts.carriers.filter(
          (carrier) => (carrier.network.purpose === 'storage' || carrier.vnic?.rdma) && isKnown(carrier),
        ),
      ),
      {
        absent: 'No interface of a known card carries storage.',
        reason:
          'SMB Direct needs an RDMA adapter at both ends; over any other, storage falls back to TCP and the processor.',
        held: 'Each storage interface has an adapter with RDMA on.',
        fault: ({ carriers }) => {
          const [first] = carriers;
          if (!first || first.slots.some(({ adapter }) => adapter.rdma)) return null;
          const networks = [...new Set(carriers.map(({ network }) => `"${network.name}"`))];
          const labels = first.vnic ? first.label : (first.slots[0]?.label ?? first.label);
          return {
            message: `${capital(labels)} carries ${listNames(networks)}, but ${why(first)}.`,
            fix: 'Turn RDMA on for the card, choose an RDMA card, or move storage to another adapter.',
          };
        },
      },
    ),
});
