import { sortNatural } from '../lib/natural-order.ts';
import type { CableRun, Plan } from '../plan/types.ts';
import type { BomLine } from './types.ts';

/** What the purchase list takes for granted, one sentence each. */
export function listAssumptions(plan: Plan, lines: readonly BomLine[]): string[] {
  const has = (section: BomLine['section']) => lines.some((line) => line.section === section);
  const sentences: string[] = [];
  if (has('Servers')) {
    sentences.push(
      'Servers are listed by model; processors, memory, drives, power supplies and rails are configured with the maker.',
    );
  }
  if (has('Cables')) {
    sentences.push(
      `${lengthWords(plan)}; each cable is the shortest stock length that is long enough.`,
      'That adapters and switches accept cables and transceivers of another maker is to be confirmed before ordering.',
    );
  }
  if (plan.totals.transceivers > 0) {
    sentences.push('Fibre patch cords are named by class: any maker whose cord meets it will do.');
  }
  if (lines.length > 0) sentences.push('Spares and Windows Server licences are not part of the list.');
  return [...sentences, ...openPoints(plan, lines)];
}

/** Where the lengths come from, as far as cables of this design have them. */
function lengthWords({ runs }: Plan): string {
  const from = new Set<CableRun['lengthFrom']>();
  for (const { lengthFrom } of runs) from.add(lengthFrom);
  const words = [
    ...(from.has('link') ? ['those drawn'] : []),
    ...(from.has('pair') ? ['those set for pairs of devices'] : []),
    ...(from.has('racks') ? ['those that the racks give'] : []),
  ];
  return `Cable lengths are ${words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`}`;
}

/** What is open about each product bought, one sentence each, by model: for the buyer first, then for the engineer. */
function openPoints(plan: Plan, lines: readonly BomLine[]): string[] {
  const parts = new Set(
    lines.flatMap(({ partId }) => (partId === null ? [] : (plan.parts.get(partId) ?? []))),
  );
  const open = [...parts].filter((part) => part.orderNotes.length + part.unverified.length > 0);
  return sortNatural(
    open,
    ({ model }) => model,
    ({ id }) => id,
  ).map(({ model, orderNotes, unverified }) => {
    const facts = unverified.join('; ');
    if (orderNotes.length === 0) return `Not confirmed for ${model}: ${facts}.`;
    return `${model}: ${orderNotes.join('; ')}${facts === '' ? '' : `; not confirmed: ${facts}`}.`;
  });
}
