import { must } from '../lib/assert.ts';
import type { AdapterSlot, DesignRecords, LinkEnd, Network, Node } from '../model/index.ts';
import { adapter, onNode } from '../templates/records.ts';
import type { DesignFacts, Side } from './spec.ts';

/** What is drawn; the rest of a design is the same for all. */
export type Drawn = Pick<
  DesignRecords,
  'networks' | 'clusters' | 'profiles' | 'nodes' | 'switches' | 'links'
>;

/** The cards of a node; `networkOf` gives what the port in that place carries itself, null under a team. */
export function cardsOf(
  facts: DesignFacts,
  side: Side,
  networkOf: (place: number) => Network | null,
): readonly AdapterSlot[] {
  const { adapter: part, speedGbps, protocol } = facts;
  // A port is held at a speed only where both of its ends could run faster.
  const faster = part.speedsGbps.some((speed) => speed > speedGbps && canRun(facts, speed));
  return side.slots.map(({ slot, gen, lanes }, i) =>
    adapter(
      slot,
      part.id,
      { gen, lanes },
      protocol,
      Array.from({ length: side.ports }, (_, k) => {
        const network = networkOf(i * side.ports + k);
        return faster ? { network, speedGbps } : { network };
      }),
    ),
  );
}

function canRun({ switch: used, adapter: part }: DesignFacts, speed: number): boolean {
  if (!used) return part.speedsGbps.includes(speed);
  const hosts = new Set(used.hostPorts);
  return used.part.portGroups.some(
    (group) => group.speedsGbps.includes(speed) && group.names.some((name) => hosts.has(name)),
  );
}

/** The end of a node's port in that place. */
export function endAt(node: Node, side: Side, place: number): LinkEnd {
  const slot = must(side.slots[Math.floor(place / side.ports)], 'a slot per adapter').slot;
  return onNode(node, slot, (place % side.ports) + 1);
}
