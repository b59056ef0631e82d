import type { Point, RouteRequest, Box } from '../geometry/index.ts';
import { sameData } from '../lib/same-data.ts';
import type { Design, Node } from '../model/index.ts';
import type { Plan, PlanLink } from '../plan/types.ts';
import { planCard, type CardPlan } from './node-card.ts';
import { colorNetworks, type NetworkColors } from './network-colors.ts';
import type { Side } from './ports.ts';
import { planPanel, type PanelPlan } from './switch-panel.ts';
import type { LegendEntry, Scene, SceneCable, SceneCluster } from './types.ts';

type Routes = ReadonlyMap<string, readonly Point[]>;

/** A cable as drawn, with what that follows from beside its points. */
export interface DrawnCable {
  readonly link: PlanLink;
  readonly tag: string;
  readonly room: number;
  readonly item: SceneCable;
}

/**
 * What was worked out for a scene. The next scene of the same design takes from it whatever looks as before, with its
 * identity: an edit costs what it changes, and who paints the scene sees by identity what to paint again.
 */
export interface Memo {
  readonly design: Design;
  readonly plan: Plan;
  readonly networks: NetworkColors;
  readonly cards: ReadonlyMap<string, CardPlan>;
  readonly panels: ReadonlyMap<string, PanelPlan>;
  /** The drawing per node and switch, with all it depended on. */
  readonly drawn: Map<
    string,
    { readonly of: CardPlan | PanelPlan; readonly key: string; readonly value: unknown }
  >;
  /** Which way the cables of nodes and of switch ports run. */
  readonly nodeSides: Map<string, Side>;
  readonly panelSides: Map<string, readonly Side[]>;
  readonly clusters: Map<string, SceneCluster>;
  /** Cards and panels as they stand. */
  readonly boxes: Map<string, Box>;
  /** In the order of the plan. */
  cables: readonly DrawnCable[];
  /** Where everything stands. */
  places: ReadonlyMap<string, Point>;
  legend: readonly LegendEntry[] | null;
  routed: {
    readonly requests: readonly RouteRequest[];
    readonly obstacles: readonly Box[];
    readonly routes: Routes;
  } | null;
}

const memos = new WeakMap<Scene, Memo>();

/** The memory of a scene that was built before; null when nothing of it would hold for this plan. */
export function memoOf(scene: Scene | null | undefined, plan: Plan): Memo | null {
  const memo = scene && memos.get(scene);
  // Colours and letters are shared out among all networks.
  return memo && sameData(memo.plan.networks, plan.networks) ? memo : null;
}

/** A new memory, to be filled while the scene is built. */
export function beginMemo(design: Design, plan: Plan, before: Memo | null): Memo {
  return {
    design,
    plan,
    networks: before?.networks ?? colorNetworks(plan.networks),
    cards: new Map(
      plan.nodes.map((node) => {
        const last = before?.cards.get(node.id);
        return [node.id, last && sameData(last.node, node) ? last : planCard(node)];
      }),
    ),
    panels: new Map(
      plan.switches.map((item) => {
        const last = before?.panels.get(item.id);
        return [item.id, last && sameData(last.item, item) ? last : planPanel(item)];
      }),
    ),
    drawn: new Map(),
    nodeSides: new Map(),
    panelSides: new Map(),
    cables: [],
    clusters: new Map(),
    boxes: new Map(),
    places: new Map(),
    legend: null,
    routed: null,
  };
}

/** True when nothing has changed that places hang on: what is cabled to what, sizes, clusters, racks, moves by hand. */
export function standsAsBefore(memo: Memo, before: Memo): boolean {
  const [a, b] = [memo.design, before.design];
  return (
    a.links === b.links &&
    a.clusters === b.clusters &&
    a.racks === b.racks &&
    a.placements === b.placements &&
    sameSizes(memo.cards, before.cards, (p, q) => sameGroup(p.node.record, q.node.record)) &&
    sameSizes(memo.panels, before.panels, (p, q) => p.item.record.rackId === q.item.record.rackId)
  );
}

function sameGroup(a: Node, b: Node): boolean {
  return a.clusterId === b.clusterId && a.rackId === b.rackId;
}

function sameSizes<T extends CardPlan | PanelPlan>(
  plans: ReadonlyMap<string, T>,
  before: ReadonlyMap<string, T>,
  sameRest: (a: T, b: T) => boolean,
): boolean {
  if (plans.size !== before.size) return false;
  for (const [id, plan] of plans) {
    const last = before.get(id);
    if (plan === last) continue;
    if (!last || plan.width !== last.width || plan.height !== last.height || !sameRest(plan, last))
      return false;
  }
  return true;
}

/** Keeps the memory for as long as the scene lives. */
export function keepMemo(scene: Scene, memo: Memo): void {
  memos.set(scene, memo);
}

/** What was drawn for a card or panel before, or a new drawing when it or the key has changed. */
export function remember<T>(
  memo: Memo,
  before: Memo | null,
  id: string,
  of: CardPlan | PanelPlan,
  key: string,
  make: () => T,
): T {
  const last = before?.drawn.get(id);
  const entry = last?.of === of && last.key === key ? last : { of, key, value: make() };
  memo.drawn.set(id, entry);
  // One id always holds one kind of value.
  return entry.value as T;
}
