import type { Part } from '../catalog/types.ts';
import { compareText } from '../lib/stable-json.ts';
import type { Plan } from '../plan/types.ts';
import { describePart } from './describe.ts';

/** Always true of our lists. */
const GENERAL = [
  'Quantities are exactly what the drawing needs: spares, packs, prices, licences, rails and power cords are not included.',
  'A cable is bought in the shortest stock length that covers the length drawn for its route.',
  'Compatibility of cables and transceivers with each vendor is to be confirmed with both vendors before ordering.',
] as const;

/** What the list takes for granted: the general rules and every fact of a used product that nobody could confirm. */
export function assumptions(plan: Plan): readonly string[] {
  const doubts = usedParts(plan).flatMap((part) =>
    part.unverified.map((fact) => `${part.partNumber ?? describePart(part)}: ${fact}.`),
  );
  return [...GENERAL, ...new Set(doubts)];
}

function usedParts(plan: Plan): readonly Part[] {
  const parts = new Map<string, Part>();
  const add = (part: Part | null) => part && parts.set(part.id, part);
  for (const node of plan.nodes) add(node.server);
  for (const adapter of plan.adapters) add(adapter.part);
  for (const item of plan.switches) add(item.part);
  for (const { cable } of plan.links) {
    if (cable?.kind === 'assembly') add(cable.part);
    if (cable?.kind === 'optical') {
      add(cable.transceiverA);
      add(cable.transceiverB);
    }
  }
  return [...parts.values()].sort((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id));
}
