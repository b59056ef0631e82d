import type { PlanNode, PlanPort } from '../../plan/types.ts';
import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';
import { cablingOf, isCabled } from '../helpers/slots.ts';
import { listNames } from '../words.ts';

/** Smallest line speed, Gb/s. */
const LEAST = 10;

function slowPorts(nodes: readonly PlanNode[], adapter: number): readonly PlanPort[] {
  const slow: PlanPort[] = [];
  for (const node of nodes) {
    for (const port of node.adapters[adapter]?.ports ?? []) {
      if (port.speedGbps !== null && port.speedGbps < LEAST) slow.push(port);
    }
  }
  return slow;
}

export const portBelow10g = defineRule({
  id: 'RDMA-16',
  area: 'rdma',
  title: 'RDMA ports run at 10 Gb/s or more',
  severity: 'fail',
  sources: ['VM', 'S2D'],
  check: ({ facts }) =>
    judgeEach(
      facts.slots.filter((slot) => slot.adapter.rdma && isCabled(slot, facts)),
      {
        absent: 'No adapter that runs RDMA is cabled.',
        reason:
          'Below 10 Gb/s, storage over RDMA is neither supported by Storage Spaces Direct nor accepted by Validate-DCB.',
        held: 'Each cabled RDMA port runs at 10 Gb/s or more.',
        fault: (slot) => {
          const { use, index, label } = slot;
          if (!cablingOf(slot, facts).speedsGbps.some((speed) => speed < LEAST)) return null;
          const slow = slowPorts(facts.byProfile.get(use.profile.id) ?? [], index);
          return slow.length === 0
            ? null
            : {
                message: `In ${label}, ${listNames(slow.map((port) => port.label))} ${slow.length === 1 ? 'runs' : 'run'} at ${listNames([...new Set(slow.map(({ speedGbps }) => String(speedGbps)))])} Gb/s.`,
                fix: 'Connect RDMA ports to ports of 10 Gb/s or more, and check fixed speeds in the profile.',
              };
        },
      },
    ),
});
