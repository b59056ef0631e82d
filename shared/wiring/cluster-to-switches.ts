import { nameRanges } from '../lib/name-ranges.ts';
import type { NodeId, SwitchId } from '../lib/ids.ts';
import type { Plan, PlanNode, PlanPort, PlanSwitch } from '../plan/types.ts';
import { bestFit, createMatcher, type Matcher } from './judge.ts';
import { sortNodes } from './order.ts';
import { createDraft, type NewCableFacts, type ProposalDraft } from './proposal.ts';
import type { Proposal } from './types.ts';
import { counted } from './words.ts';

/**
 * Which switch a node's port goes to.
 * - `by-port`: the first port of a card to the first switch, the second to the second; cards with one port take turns.
 * - `by-card`: all ports of the first card to the first switch, those of the second to the second.
 * - `in-turn`: each next port to the next switch, node after node.
 * - `fill`: all to the first switch until it is full, then to the next.
 */
export const PATTERNS = ['by-port', 'by-card', 'in-turn', 'fill'] as const;
export type Pattern = (typeof PATTERNS)[number];

export interface ClusterToSwitches extends NewCableFacts {
  readonly nodeIds: readonly NodeId[];
  /** In order: switch A, switch B ... */
  readonly switchIds: readonly SwitchId[];
  readonly pattern: Pattern;
  /** Place on the panel, from 1, from which ports are filled upward. */
  readonly firstPort?: number;
  /** Only the cards in these slots; all cards when not given. */
  readonly slots?: ReadonlySet<string> | undefined;
}

/**
 * Cables the free ports of nodes to switches by a pattern: nodes in natural order, switch ports from the first one
 * upward, used ports passed over. A port whose switch has no fitting port left is told, never moved to another switch.
 */
export function planClusterToSwitches(plan: Plan, request: ClusterToSwitches): Proposal {
  const draft = createDraft(plan, request);
  const nodes = sortNodes(plan, request.nodeIds);
  const switches = request.switchIds.flatMap((switchId) => plan.switchById.get(switchId) ?? []);
  const pools = switches.map((item) => createPool(plan, item, request.firstPort ?? 1, draft));
  const match = createMatcher(plan);
  let turn = 0;
  let cabled = 0;
  for (const node of nodes) {
    for (const { port, at } of placesOf(node, request, switches.length)) {
      if (!draft.isFree(port)) {
        cabled += 1;
        continue;
      }
      const wanted = request.pattern === 'in-turn' ? turn++ % switches.length : at;
      const pool = request.pattern === 'fill' ? fillable(pools, port, match) : pools[wanted];
      const fit = pool?.take(port, match);
      if (fit) draft.join(port, fit.port, fit.speedGbps);
      else if (pool) draft.skip(port.label, pool.whyNone(port));
    }
  }
  if (nodes.length === 0) return draft.nothing('No node is chosen.');
  if (switches.length === 0) return draft.nothing('No switch is chosen.');
  const from = nameRanges(
    nodes.map((node) => node.record.name),
    4,
  );
  const to = switches.map((item) => item.record.name).join(' and ');
  return draft.finish(`${from} to ${to}`, cabled === 0 ? '' : `${counted(cabled, 'port')} cabled already.`);
}

/** A node's ports in the order they are cabled, each with the place of its switch. */
function placesOf(
  node: PlanNode,
  { pattern, slots }: ClusterToSwitches,
  switches: number,
): readonly { readonly port: PlanPort; readonly at: number }[] {
  const cards = node.adapters.filter((adapter) => slots?.has(adapter.slot.slot) ?? true);
  let singles = 0;
  return cards.flatMap((adapter, card) => {
    const first = pattern === 'by-card' ? card : adapter.ports.length === 1 ? singles++ : 0;
    return adapter.ports.map((port, i) => ({
      port,
      at: switches === 0 ? 0 : (pattern === 'by-card' ? first : first + i) % switches,
    }));
  });
}

interface Pool {
  /** The fitting port for a node's port, taken out of the pool. */
  readonly take: (from: PlanPort, match: Matcher) => ReturnType<typeof bestFit>;
  readonly fits: (from: PlanPort, match: Matcher) => boolean;
  readonly whyNone: (from: PlanPort) => string;
}

function createPool(plan: Plan, item: PlanSwitch, firstPort: number, draft: ProposalDraft): Pool {
  const { name } = item.record;
  let free = item.ports.filter((port) => port.number >= firstPort && draft.isFree(port));
  const upward = firstPort > 1 ? ` from port ${firstPort} upward` : '';
  const had = free.length;
  return {
    take(from, match) {
      const fit = bestFit(plan, from, free, match);
      if (fit) free = free.filter((port) => port !== fit.port);
      return fit;
    },
    fits: (from, match) => bestFit(plan, from, free, match) !== null,
    whyNone(from) {
      if (had === 0) return `${name} has no free port${upward}.`;
      if (free.length === 0) return `All free ports of ${name}${upward} are given away.`;
      return `No free port of ${name}${upward} fits ${from.cage}.`;
    },
  };
}

function fillable(pools: readonly Pool[], port: PlanPort, match: Matcher): Pool | undefined {
  return pools.find((pool) => pool.fits(port, match)) ?? pools.at(-1);
}
