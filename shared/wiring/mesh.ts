import { nameRanges } from '../lib/name-ranges.ts';
import type { NodeId } from '../lib/ids.ts';
import type { Plan, PlanNode, PlanPort } from '../plan/types.ts';
import { bestFit, createMatcher, type Fit, type Matcher } from './judge.ts';
import { linksBetween, sortNodes } from './order.ts';
import { createDraft, type NewCableFacts, type ProposalDraft } from './proposal.ts';
import type { Proposal } from './types.ts';
import { counted } from './words.ts';

export interface Mesh extends NewCableFacts {
  readonly nodeIds: readonly NodeId[];
  /** Cables between each two nodes. */
  readonly perPair: number;
  /** Only the cards in these slots; all cards when not given. */
  readonly slots?: ReadonlySet<string> | undefined;
}

/** Failover clusters end here; a mesh would long before. */
const MOST_NODES = 64;

/**
 * Joins every two nodes directly, for storage without a switch. The cables of a pair leave on different cards where
 * a node has several, and join ports of the same networks where there are such.
 */
export function planMesh(plan: Plan, { nodeIds, perPair, slots, ...facts }: Mesh): Proposal {
  const draft = createDraft(plan, facts);
  const nodes = sortNodes(plan, nodeIds);
  const match = createMatcher(plan);
  if (nodes.length > MOST_NODES) {
    return draft.nothing(`A mesh joins at most ${MOST_NODES} nodes, ${nodes.length} are chosen.`);
  }
  if (nodes.length < 2) return draft.nothing('Choose two nodes or more.');
  for (const [one, other] of pairsInRings(nodes)) {
    for (let made = linksBetween(plan, one.id, other.id); made < perPair; made++) {
      const pair = choosePair(plan, portsFor(one, slots, draft), portsFor(other, slots, draft), match);
      if (pair) {
        draft.join(pair.from, pair.port, pair.speedGbps);
        continue;
      }
      draft.skip(
        `${one.record.name} to ${other.record.name}`,
        whyNot(one, other, perPair - made, slots, draft),
      );
      break;
    }
  }
  const names = nameRanges(
    nodes.map((node) => node.record.name),
    4,
  );
  return draft.finish(`${names}, ${counted(perPair, 'cable')} between every two`);
}

/** All pairs, neighbours first: on a ring of three or more each node then uses its first ports for the next node. */
function pairsInRings(nodes: readonly PlanNode[]): readonly (readonly [PlanNode, PlanNode])[] {
  const pairs: (readonly [PlanNode, PlanNode])[] = [];
  const count = nodes.length;
  for (let step = 1; step <= Math.floor(count / 2); step++) {
    nodes.forEach((node, i) => {
      const other = nodes[(i + step) % count];
      // Half way round each pair would come twice.
      if (other && other !== node && (step * 2 < count || i < count / 2)) pairs.push([node, other]);
    });
  }
  return pairs;
}

/** The free ports of a node, from the card with most free ports first, so that a pair's cables use different cards. */
function portsFor(
  node: PlanNode,
  slots: ReadonlySet<string> | undefined,
  draft: ProposalDraft,
): readonly PlanPort[] {
  const cards = node.adapters
    .filter((adapter) => slots?.has(adapter.slot.slot) ?? true)
    .map((adapter) => adapter.ports.filter(draft.isFree));
  return [...cards].sort((a, b) => b.length - a.length).flat();
}

/** A port of each side: the first that share their networks, else the first that fit. */
function choosePair(
  plan: Plan,
  ones: readonly PlanPort[],
  others: readonly PlanPort[],
  match: Matcher,
): (Fit & { readonly from: PlanPort }) | null {
  for (const alike of [true, false]) {
    for (const from of ones) {
      const candidates = alike ? others.filter((port) => sameNetworks(from, port)) : others;
      const fit = bestFit(plan, from, candidates, match);
      if (fit) return { ...fit, from };
    }
  }
  return null;
}

function sameNetworks(a: PlanPort, b: PlanPort): boolean {
  return a.networkIds.length === b.networkIds.length && a.networkIds.every((id, i) => id === b.networkIds[i]);
}

function whyNot(
  one: PlanNode,
  other: PlanNode,
  missing: number,
  slots: ReadonlySet<string> | undefined,
  draft: ProposalDraft,
): string {
  const empty = [one, other].find((node) => portsFor(node, slots, draft).length === 0);
  const why = empty ? `${empty.record.name} has no free port left` : 'no free ports of theirs fit together';
  return `${counted(missing, 'cable')} missing: ${why}.`;
}
