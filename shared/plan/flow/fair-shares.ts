import { must } from '../../lib/assert.ts';
import type { NodeId } from '../../lib/ids.ts';
import { buildGraph } from './graph.ts';
import { EPSILON } from './max-flow.ts';
import type { Solution } from './solve.ts';
import { greatestFlow } from './greatest-flow.ts';
import type { FlowModel } from './types.ts';

/**
 * What each node that gives can give when all give at once, Gb/s: the greatest flow, shared as evenly as it can be.
 * All rise together; those behind a bottleneck stop where it is full, and the others rise on (max-min fairness). The
 * parts add up to the cluster rate, for what a set of sources can send together is a polymatroid.
 */
export function fairShares(model: FlowModel, base: Solution): ReadonlyMap<NodeId, number> {
  const giving = listGiving(model, base);
  const settled = new Map<number, number>();
  while (settled.size < giving.length) settleNext(model, base, giving, settled);
  const shares = new Map<NodeId, number>();
  model.groups.forEach(({ supply, members }, group) => {
    if (!supply) return;
    const index = base.graph.variants.findIndex((variant) => variant.group === group);
    const each = (settled.get(index) ?? 0) / members.length;
    for (const { id } of members) shares.set(id, each);
  });
  return shares;
}

interface Giving {
  readonly index: number;
  readonly count: number;
}

function listGiving(model: FlowModel, { graph }: Solution): Giving[] {
  return graph.variants.flatMap(({ group, count, adapters }, index): Giving[] =>
    must(model.groups[group], 'group').supply && adapters.length > 0 ? [{ index, count }] : [],
  );
}

/**
 * Finds the highest level up to which all that are not settled can rise together, and settles those that stop there.
 * From the even part of what is left every cut that is too tight gives a lower level, so a few flows are enough.
 */
function settleNext(
  model: FlowModel,
  base: Solution,
  giving: readonly Giving[],
  settled: Map<number, number>,
): void {
  let tight: readonly Giving[] = giving.filter(({ index }) => !settled.has(index));
  const left = base.rate - sum([...settled.values()]);
  let level = Math.max(0, left / sum(tight.map(({ count }) => count)));
  for (;;) {
    const share = ({ index, count }: Giving) => settled.get(index) ?? count * level;
    const shares = new Map(giving.map((one) => [one.index, share(one)]));
    const { gates, rate, reached } = flowAt(model, base, shares);
    const missing = sum([...shares.values()]) - rate;
    if (missing <= EPSILON * 10) break;
    // Of those in front of the cut, what is not settled has to give up all that is missing.
    const rising = giving.filter(({ index }) => !settled.has(index) && reached[gates[index] ?? -1]);
    const lower = level - missing / sum(rising.map(({ count }) => count));
    if (!(lower < level)) break;
    level = Math.max(0, lower);
    tight = rising;
  }
  for (const { index, count } of tight) settled.set(index, count * level);
}

function sum(list: readonly number[]): number {
  return list.reduce((total, entry) => total + entry, 0);
}

function flowAt(
  model: FlowModel,
  { limits }: Solution,
  shares: ReadonlyMap<number, number>,
): { readonly gates: readonly number[]; readonly rate: number; readonly reached: readonly boolean[] } {
  const graph = buildGraph(model, null, {
    give: (_, index) => limits.get(index)?.give ?? Infinity,
    take: (_, index) => limits.get(index)?.take ?? Infinity,
    share: (_, index) => shares.get(index) ?? 0,
  });
  return { gates: graph.gates, ...greatestFlow(graph) };
}
