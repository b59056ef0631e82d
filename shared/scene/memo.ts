import type { Point } from '../geometry/index.ts';
import type { LinkId } from '../lib/ids.ts';
import type { Plan } from '../plan/types.ts';
import { planCard, type CardPlan } from './node-card.ts';
import { colorNetworks, type NetworkColors } from './network-colors.ts';
import { planPanel, type PanelPlan } from './switch-panel.ts';
import type { SceneCable } from './types.ts';

/**
 * What was worked out for one plan. A drag draws the same plan again and again with other places: whatever does not
 * move is taken from here, and keeps its identity. The memory ends with the plan.
 */
export interface Memo {
  readonly networks: NetworkColors;
  readonly cards: ReadonlyMap<string, CardPlan>;
  readonly panels: ReadonlyMap<string, PanelPlan>;
  /** The last drawing per item with the key of all it depended on. */
  readonly drawn: Map<string, { readonly key: string; readonly value: unknown }>;
  /** The last drawing per cable with its line: the rest of it hangs on the plan alone. */
  readonly cables: Map<LinkId, { readonly points: readonly Point[]; readonly item: SceneCable }>;
}

const memos = new WeakMap<Plan, Memo>();

/** The memory of a plan, made on first need. */
export function memoOf(plan: Plan): Memo {
  const known = memos.get(plan);
  if (known) return known;
  const memo: Memo = {
    networks: colorNetworks(plan.networks),
    cards: new Map(plan.nodes.map((node) => [node.id as string, planCard(node)])),
    panels: new Map(plan.switches.map((item) => [item.id as string, planPanel(item)])),
    drawn: new Map(),
    cables: new Map(),
  };
  memos.set(plan, memo);
  return memo;
}

/** The last value made for an item, or a new one when the key has changed. One id always holds one kind of value. */
export function remember<T>({ drawn }: Memo, id: string, key: string, make: () => T): T {
  const last = drawn.get(id);
  if (last?.key === key) return last.value as T;
  const value = make();
  drawn.set(id, { key, value });
  return value;
}
