import { sortNatural } from '../lib/natural-order.ts';
import { compareText } from '../lib/stable-json.ts';
import type { Plan } from '../plan/types.ts';
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
      'Cable lengths are those drawn; each cable is the shortest stock length that is long enough.',
      'That adapters and switches accept cables and transceivers of another maker is to be confirmed before ordering.',
    );
  }
  if (plan.totals.transceivers > 0) {
    sentences.push('Fibre patch cords are named by class: any maker whose cord meets it will do.');
  }
  if (lines.length > 0) sentences.push('Spares and Windows Server licences are not part of the list.');
  return [...sentences, ...unverifiedFacts(plan, lines)];
}

/** Facts of the products bought that no source was found for, each with the models it is about. */
function unverifiedFacts(plan: Plan, lines: readonly BomLine[]): string[] {
  const models = new Map<string, Set<string>>();
  for (const { partId } of lines) {
    const part = partId === null ? undefined : plan.parts.get(partId);
    if (!part) continue;
    for (const fact of part.unverified) models.set(fact, (models.get(fact) ?? new Set()).add(part.model));
  }
  return [...models]
    .sort(([a], [b]) => compareText(a, b))
    .map(
      ([fact, names]) =>
        `Check with the maker: ${fact} (${sortNatural(
          names,
          (name) => name,
          (name) => name,
        ).join('; ')}).`,
    );
}
