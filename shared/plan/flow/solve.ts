import { must } from '../../lib/assert.ts';
import { buildGraph, EVERYBODY, FIRST_FABRIC, type FlowGraph } from './graph.ts';
import { EPSILON } from './max-flow.ts';
import type { Change, Variant } from './variants.ts';
import type { FlowModel } from './types.ts';
import { greatestFlow, type GreatestFlow } from './greatest-flow.ts';

export interface Solution extends GreatestFlow {
  /** By place of the variant: nodes that only a limit on what they give and take keeps from sending to themselves. */
  readonly limits: ReadonlyMap<number, SelfLimit>;
}

/**
 * The cluster rate without what the change takes away.
 *
 * A node that gives and takes must not send to itself, which a plain flow cannot tell from sending to others.
 * It may give no more than the others can take from it, and take no more than they can give it; with these
 * limits the flow is exact when sending and receiving rates are equal (Lovász-Cherkassky, Frank) and for a
 * single switch, and never too low otherwise.
 */
export function solve(model: FlowModel, change: Change | null): Solution {
  const open = buildGraph(model, change, EVERYBODY);
  const limits = selfLimits(model, change, open);
  if (limits.size === 0) return { ...greatestFlow(open), limits };
  const graph = buildGraph(model, change, {
    give: (_, index) => limits.get(index)?.give ?? Infinity,
    take: (_, index) => limits.get(index)?.take ?? Infinity,
  });
  return { ...greatestFlow(graph), limits };
}

export interface SelfLimit {
  readonly give: number;
  readonly take: number;
}

/**
 * Limits of the nodes that need one. Two equal nodes can always swap what they would send to themselves, so
 * only a node without an equal is looked at, and only if its switches do not plainly have takers enough.
 */
function selfLimits(
  model: FlowModel,
  change: Change | null,
  graph: FlowGraph,
): ReadonlyMap<number, SelfLimit> {
  const limits = new Map<number, SelfLimit>();
  let known: Shares | null = null;
  const shares = () => (known ??= fabricShares(model, graph));
  graph.variants.forEach((variant, index) => {
    const group = must(model.groups[variant.group], 'group of a variant');
    if (!group.supply || !group.demand || variant.count > 1) return;
    if (!meetsSwitch(variant) || hasOthersEnough(model, variant, shares())) return;
    const others = (_: Variant, other: number) => (other === index ? 0 : Infinity);
    const alone = (_: Variant, other: number) => (other === index ? Infinity : 0);
    limits.set(index, {
      give: greatestFlow(buildGraph(model, change, { give: alone, take: others })).rate,
      take: greatestFlow(buildGraph(model, change, { give: others, take: alone })).rate,
    });
  });
  return limits;
}

function meetsSwitch(variant: Variant): boolean {
  return variant.adapters.some((used) => used.ports.some((port) => port.fabrics.length > 0));
}

/** What all ports on a fabric can take and give at the same time, Gb/s, by vertex. */
interface Shares {
  readonly take: number[];
  readonly give: number[];
}

function fabricShares(model: FlowModel, graph: FlowGraph): Shares {
  const shares: Shares = { take: [], give: [] };
  for (const variant of graph.variants) addShares(model, variant, shares);
  return shares;
}

/** Each port gets its part of the adapter's ceiling, and each of its networks an equal part of that. */
function addShares(model: FlowModel, variant: Variant, shares: Shares): void {
  const group = must(model.groups[variant.group], 'group of a variant');
  for (const used of variant.adapters) {
    const adapter = must(group.adapters[used.place], 'adapter of a variant');
    const lines = used.ports.reduce((sum, port) => sum + port.payload, 0);
    for (const port of used.ports) {
      for (const fabric of port.fabrics) {
        const vertex = FIRST_FABRIC + fabric;
        const part = (variant.count * port.payload) / port.fabrics.length / lines;
        if (group.demand)
          shares.take[vertex] = (shares.take[vertex] ?? 0) + part * Math.min(lines, adapter.receive);
        if (group.supply)
          shares.give[vertex] = (shares.give[vertex] ?? 0) + part * Math.min(lines, adapter.send);
      }
    }
  }
}

/** True when on each of its fabrics the others can take and give all that the node's ports carry. */
function hasOthersEnough(model: FlowModel, variant: Variant, shares: Shares): boolean {
  const own: Shares = { take: [], give: [] };
  addShares(model, variant, own);
  const lines: number[] = [];
  for (const { ports } of variant.adapters) {
    for (const port of ports) {
      if (port.fabrics.length === 0) return false;
      for (const fabric of port.fabrics) {
        lines[FIRST_FABRIC + fabric] = (lines[FIRST_FABRIC + fabric] ?? 0) + port.payload;
      }
    }
  }
  const enough = (all: readonly number[], mine: readonly number[]) =>
    lines.every((line, vertex) => (all[vertex] ?? 0) - (mine[vertex] ?? 0) >= line - EPSILON);
  return enough(shares.take, own.take) && enough(shares.give, own.give);
}
