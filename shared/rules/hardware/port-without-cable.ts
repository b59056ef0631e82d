import { defineRule } from '../define.ts';
import type { Facts, SamplePort, SlotUse } from '../facts.ts';
import { cablingOf } from '../helpers/slots.ts';
import { judgeEach } from '../results.ts';
import { listNames } from '../words.ts';

/** A port the profile gives work to: it carries a network of its own, or a team stands on it. */
function isInUse(port: SamplePort, { adapter }: SlotUse): boolean {
  if (port.team !== null) return true;
  return adapter.slot.ports.some((each) => each.port === port.number && each.networkId !== null);
}

/** Ports a cable is drawn to, though it does not fit: those are HW-03's. */
function drawnPorts({ faulty }: Facts): ReadonlySet<string> {
  return new Set(faulty.flatMap(({ a, b }) => [a.portId, b.portId].filter((id) => id !== null)));
}

/** Nodes in which a used port of that slot has no cable, with the numbers of those ports. */
function uncabled(
  slot: SlotUse,
  drawn: ReadonlySet<string>,
  facts: Facts,
): { readonly nodes: readonly string[]; readonly ports: readonly string[] } {
  const nodes: string[] = [];
  const ports = new Set<number>();
  const { bare: open } = cablingOf(slot, facts);
  // In nearly all slots every port in use leads somewhere in all nodes.
  if (!slot.adapter.ports.some((port) => open.includes(port.number) && isInUse(port, slot))) {
    return { nodes, ports: [] };
  }
  for (const node of facts.byProfile.get(slot.use.profile.id) ?? []) {
    let bare = false;
    for (const port of node.adapters[slot.index]?.ports ?? []) {
      if (port.peerId !== null || drawn.has(port.id) || !isInUse(port, slot)) continue;
      bare = true;
      ports.add(port.number);
    }
    if (bare) nodes.push(node.record.name);
  }
  return { nodes, ports: [...ports].sort((a, b) => a - b).map(String) };
}

export const portWithoutCable = defineRule({
  id: 'HW-06',
  area: 'hardware',
  title: 'Each port in use has a cable',
  severity: 'warn',
  sources: ['ENG'],
  check: ({ facts }) => {
    const drawn = drawnPorts(facts);
    return judgeEach(
      facts.slots.filter((slot) => slot.adapter.ports.some((port) => isInUse(port, slot))),
      {
        absent: 'No port carries a network or a team.',
        reason:
          'The scripts configure the port, yet the purchase list has no cable for it and no rate counts it.',
        held: 'Each port that carries a network or a team has a cable.',
        fault: (slot) => {
          const { nodes, ports } = uncabled(slot, drawn, facts);
          if (nodes.length === 0) return null;
          return {
            message: `${ports.length === 1 ? 'Port' : 'Ports'} ${listNames(ports)} in slot ${slot.adapter.slot.slot} of ${listNames(nodes)} ${ports.length === 1 ? 'is' : 'are'} in use but not cabled.`,
            fix: 'Connect the port, or take it out of its team or network.',
          };
        },
      },
    );
  },
});
