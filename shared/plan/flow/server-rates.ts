import { must } from '../../lib/assert.ts';
import type { NodeId } from '../../lib/ids.ts';
import type { Plan } from '../types.ts';
import { fairShares } from './fair-shares.ts';
import { buildGraph } from './graph.ts';
import { perPlan } from './memo.ts';
import { flowState } from './state.ts';
import { greatestFlow } from './greatest-flow.ts';
import type { FlowModel } from './types.ts';

/** What one file server or hyper-converged node delivers through the fabric, Gb/s. */
export interface ServerRate {
  /** When it alone gives and all others take. */
  readonly alone: number;
  /** When all give at once and share what is scarce evenly; these add up to the cluster rate. */
  readonly together: number;
}

/** The rate of every node that gives storage. */
export const serverRates: (plan: Plan) => ReadonlyMap<NodeId, ServerRate> = perPlan((plan) => {
  const { model, base } = flowState(plan);
  const together = fairShares(model, base);
  const known = new Map<string, number>();
  const rates = new Map<NodeId, ServerRate>();
  for (const { group, out, into, count } of base.graph.variants) {
    const { supply, members } = must(model.groups[group], 'group');
    if (!supply) continue;
    // Nodes of one colour see the same fabric.
    const likeness = `${base.colours[out] ?? -1}/${base.colours[into] ?? -1} of ${count}`;
    const alone = known.get(likeness) ?? rateAlone(model, group);
    known.set(likeness, alone);
    for (const { id } of members) rates.set(id, { alone, together: together.get(id) ?? 0 });
  }
  return rates;
});

function rateAlone(model: FlowModel, group: number): number {
  const graph = buildGraph(
    model,
    { kind: 'apart', group },
    {
      give: ({ hit }) => (hit === null ? 0 : Infinity),
      take: ({ hit }) => (hit === null ? Infinity : 0),
    },
  );
  return greatestFlow(graph).rate;
}
