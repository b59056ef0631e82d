import type { SwitchId } from '../lib/ids.ts';
import type { Plan, PlanPort, PlanSwitch } from '../plan/types.ts';
import { createMatcher, type Matcher } from './judge.ts';
import { linksBetween } from './order.ts';
import { createDraft, type NewCableFacts, type ProposalDraft } from './proposal.ts';
import type { Proposal } from './types.ts';
import { counted } from './words.ts';

export interface InterSwitch extends NewCableFacts {
  readonly switchIds: readonly SwitchId[];
  /** Cables between each two switches. */
  readonly perPair: number;
}

/** Joins every two switches on the fastest, then highest free ports they share. Cables that are there count. */
export function planInterSwitch(plan: Plan, { switchIds, perPair, ...facts }: InterSwitch): Proposal {
  const draft = createDraft(plan, facts);
  const wanted = new Set(switchIds);
  const switches = plan.switches.filter((item) => wanted.has(item.id));
  const match = createMatcher(plan);
  if (switches.length < 2) return draft.nothing('Choose two switches or more.');
  switches.forEach((one, i) => {
    for (const other of switches.slice(i + 1)) {
      const missing = perPair - linksBetween(plan, one.id, other.id);
      const pairs = choosePairs(one, other, missing, match, draft);
      for (const { a, b, speedGbps } of pairs) draft.join(a, b, speedGbps);
      if (pairs.length < missing) {
        draft.skip(
          `${one.record.name} to ${other.record.name}`,
          `${counted(missing - pairs.length, 'cable')} missing: no more free ports that fit together.`,
        );
      }
    }
  });
  const names = switches.map((item) => item.record.name);
  return draft.finish(
    names.length === 2
      ? names.join(' to ')
      : `${names.join(', ')}, ${counted(perPair, 'cable')} between every two`,
  );
}

interface Pair {
  readonly a: PlanPort;
  readonly b: PlanPort;
  readonly speedGbps: number;
}

function choosePairs(
  one: PlanSwitch,
  other: PlanSwitch,
  count: number,
  match: Matcher,
  draft: ProposalDraft,
): readonly Pair[] {
  const others = fromTop(other, draft);
  const pairs: Pair[] = [];
  for (const a of fromTop(one, draft)) {
    if (pairs.length >= count) break;
    const found = fastest(a, others, match);
    if (!found) continue;
    others.splice(others.indexOf(found.b), 1);
    pairs.push({ a, ...found });
  }
  // Written down from the lower port upward, as people number them.
  return pairs.reverse();
}

function fastest(a: PlanPort, others: readonly PlanPort[], match: Matcher): Omit<Pair, 'a'> | null {
  let best: Omit<Pair, 'a'> | null = null;
  for (const b of others) {
    const verdict = match(a, b);
    if (verdict.ok && (!best || verdict.speedGbps > best.speedGbps))
      best = { b, speedGbps: verdict.speedGbps };
  }
  return best;
}

/** Free ports, the fastest cages first, of equal ones the last on the panel first. */
function fromTop(item: PlanSwitch, draft: ProposalDraft): PlanPort[] {
  const top = (port: PlanPort) => port.speedsGbps.at(-1) ?? 0;
  return item.ports.filter(draft.isFree).sort((a, b) => top(b) - top(a) || b.number - a.number);
}
