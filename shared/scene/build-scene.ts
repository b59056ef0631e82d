import { growBox, unionBoxes, type Box } from '../geometry/index.ts';
import { must } from '../lib/assert.ts';
import type { ClusterId, NodeId, PortId } from '../lib/ids.ts';
import { inStep } from '../lib/in-step.ts';
import { lazy } from '../lib/lazy.ts';
import { sameData } from '../lib/same-data.ts';
import type { Plan, PlanNode, PlanPort } from '../plan/types.ts';
import { bundleMarks, type DrawnBundles } from './bundles.ts';
import { drawCables, portsOfCard, portsOfPanel, type DevicePorts } from './draw-cables.ts';
import { drawRegion, planRegion, type RegionPlan } from './cluster-region.ts';
import type { SceneInput } from './input.ts';
import { buildLegend } from './legend.ts';
import { beginMemo, keepMemo, memoOf, remember, standsAsBefore, type Memo } from './memo.ts';
import { drawCard, placeCardPorts } from './node-card.ts';
import { placeAll } from './place.ts';
import { type Side } from './ports.ts';
import { decideSides } from './sides.ts';
import { drawPanel, panelSides, placePanelPorts } from './switch-panel.ts';
import type { LegendEntry, Scene, SceneCable } from './types.ts';

const MARGIN = 24;
const NO_BUNDLES: DrawnBundles = { marks: [], bundles: [] };
/** Above this number of nodes their names are not written on the blocks seen from far away. */
const MOST_NAMED = 200;

/**
 * Builds the drawing of a design: what stands where, how cables run and what is written on it, in canvas units.
 * Pure: the same design, plan and badges give the same scene on screen, on paper and on the command line. What looks
 * as in the scene `before` is taken from there, with its identity.
 */
export function buildScene({ design, plan, badges, before = null }: SceneInput): Scene {
  const last = memoOf(before, plan);
  const memo = beginMemo(design, plan, last);
  const { networks, cards, panels } = memo;
  const stands = last !== null && standsAsBefore(memo, last);
  const places = stands ? last.places : placeAll(design, plan, cards, panels);
  memo.places = places;
  const boxes = memo.boxes;
  let still = stands;
  for (const plans of [cards, panels]) {
    for (const [id, { width, height }] of plans) {
      const { x, y } = must(places.get(id), 'everything has a place');
      const known = last?.boxes.get(id);
      const stays =
        known && known.x === x && known.y === y && known.width === width && known.height === height;
      if (!stays) still = false;
      boxes.set(id, stays ? known : { x, y, width, height });
    }
  }
  const sides = lazy(() => decideSides(plan, boxes));
  const named = design.nodes.size <= MOST_NAMED;
  const labelOf = (port: PortId) => plan.portById.get(port)?.label ?? '';
  const renamed = last ? facingNewNames(plan, last.plan) : new Set<string>();
  const devices = new Map<string, DevicePorts>();
  const nodes = plan.nodes.map((node) => {
    const card = must(cards.get(node.id), 'a card per node');
    const at = must(boxes.get(node.id), 'a place per node');
    const side = (still ? last?.nodeSides.get(node.id) : undefined) ?? sides().ofNode(node.id);
    memo.nodeSides.set(node.id, side);
    const severity = badges.get(node.id);
    const key = `${at.x} ${at.y} ${side} ${severity} ${named}`;
    const known = renamed.has(node.id) ? null : last;
    const { ports, item } = remember(memo, known, node.id, card, key, () => {
      const placed = placeCardPorts(card, at, side);
      const ends = farEnds(portsOf(node), labelOf);
      return {
        ports: portsOfCard(placed, at),
        item: drawCard(card, at, side, placed, { networks, severity, ends, named }),
      };
    });
    devices.set(node.id, ports);
    return item;
  });
  const switches = plan.switches.map(({ id, ports: cages }) => {
    const panel = must(panels.get(id), 'a panel per switch');
    const at = must(boxes.get(id), 'a place per switch');
    const stays = still && last?.panels.get(id) === panel ? last.panelSides.get(id) : undefined;
    const portSides = stays ?? panelSides(panel, sides().ofSwitchPort);
    memo.panelSides.set(id, portSides);
    const severity = badges.get(id);
    const key = `${at.x} ${at.y} ${severity} ${portSides.join(' ')}`;
    const known = renamed.has(id) ? null : last;
    const { ports, item } = remember(memo, known, id, panel, key, () => {
      const placed = placePanelPorts(panel, at, portSides);
      const ends = farEnds(cages, labelOf);
      return {
        ports: portsOfPanel(placed),
        item: drawPanel(panel, at, placed, { networks, severity, ends }),
      };
    });
    devices.set(id, ports);
    return item;
  });
  const regions = planRegions(plan, boxes, memo.nodeSides);
  const captions = regions.flatMap((region) => region.captions);
  const cables = drawCables(plan, { memo, last }, devices, captions);
  const regionBoxes = new Map(regions.map(({ cluster, box }) => [cluster.record.id, box]));
  const bundles = bundleMarks(plan, regionBoxes, boxes, networks);
  const inside = cablesInside(plan, boxes, cables);
  const clusters = regions.map((region) => {
    const { id } = region.cluster.record;
    const drawn = drawRegion(region, inside.get(id) ?? [], bundles.get(id) ?? NO_BUNDLES);
    const known = last?.clusters.get(id);
    const kept = known && sameData(known, drawn) ? known : drawn;
    memo.clusters.set(id, kept);
    return kept;
  });
  const scene = {
    bounds: growBox(
      unionBoxes(boxesOf(clusters, cables, nodes, switches)) ?? { x: 0, y: 0, width: 0, height: 0 },
      MARGIN,
    ),
    clusters,
    cables,
    nodes,
    switches,
    legend: legendOf(plan, memo, last),
  };
  keepMemo(scene, memo);
  return scene;
}

/** The names at the far ends of cables, by the port there. Items keep them, hence not the whole plan. */
function farEnds(ports: Iterable<PlanPort>, labelOf: (port: PortId) => string): ReadonlyMap<PortId, string> {
  const ends = new Map<PortId, string>();
  for (const { peerId } of ports) if (peerId !== null) ends.set(peerId, labelOf(peerId));
  return ends;
}

/** Cards and panels with a cable to a port that is called otherwise than before. */
function facingNewNames(plan: Plan, before: Plan): ReadonlySet<string> {
  const facing = new Set<string>();
  const compare = (ports: Iterable<PlanPort>, old: Iterable<PlanPort>) => {
    const labels = new Map(Array.from(old, ({ id, label }) => [id, label]));
    for (const { id, label, linkIds } of ports) {
      if (labels.get(id) === label) continue;
      for (const linkId of linkIds) {
        const { a, b } = must(plan.linkById.get(linkId), 'a link of a port');
        facing.add(a.ownerId).add(b.ownerId);
      }
    }
  };
  const nodeBefore = inStep(before.nodes, ({ id }) => id);
  for (const node of plan.nodes) {
    const old = nodeBefore(node.id);
    if (old?.adapters !== node.adapters) compare(portsOf(node), old ? portsOf(old) : []);
  }
  const switchBefore = inStep(before.switches, ({ id }) => id);
  for (const { id, ports } of plan.switches) {
    const old = switchBefore(id)?.ports;
    if (old !== ports) compare(ports, old ?? []);
  }
  return facing;
}

/** The legend tells of cables and networks alone. */
function legendOf(plan: Plan, memo: Memo, last: Memo | null): readonly LegendEntry[] {
  const kept = last?.plan.links === plan.links ? last.legend : null;
  if (kept) return (memo.legend = kept);
  const built = buildLegend(plan, memo.networks);
  return (memo.legend = last?.legend && sameData(last.legend, built) ? last.legend : built);
}

function* portsOf(node: PlanNode): Iterable<PlanPort> {
  for (const adapter of node.adapters) yield* adapter.ports;
}

function planRegions(
  plan: Plan,
  boxes: ReadonlyMap<string, Box>,
  sides: Memo['nodeSides'],
): readonly RegionPlan[] {
  const rates = new Map(plan.flow.clusters.map((cluster) => [cluster.id, cluster]));
  return plan.clusters.flatMap((cluster) => {
    const { send = 0, receive = 0 } = ratesOf(rates.get(cluster.record.id));
    const up = cluster.nodes.filter((node) => sides.get(node.id) === 'top').length;
    const side: Side = up * 2 > cluster.nodes.length ? 'top' : 'bottom';
    const cards = cluster.nodes.flatMap((node) => boxes.get(node.id) ?? []);
    // File servers give, Hyper-V nodes take: the direction the storage traffic has there. Converged nodes do both.
    const rate = { 'file-server': send, 'hyper-v': receive, 'hyper-converged': Math.min(send, receive) }[
      cluster.record.kind
    ];
    return planRegion(cluster, cards, side, rate) ?? [];
  });
}

function ratesOf(flow: Plan['flow']['clusters'][number] | undefined): { send?: number; receive?: number } {
  return flow ? { send: flow.sendGbps, receive: flow.receiveGbps } : {};
}

/** Cables that join two nodes of one cluster along their own row, by cluster: its region reaches around them. */
function cablesInside(
  plan: Plan,
  boxes: ReadonlyMap<string, Box>,
  cables: readonly SceneCable[],
): ReadonlyMap<ClusterId, readonly Box[]> {
  const inside = new Map<ClusterId, Box[]>();
  plan.links.forEach(({ kind, a, b }, i) => {
    const cable = cables[i];
    if (kind !== 'node-node' || !cable) return;
    const cluster = plan.nodeById.get(a.ownerId as NodeId)?.cluster.id;
    const [from, to] = [boxes.get(a.ownerId), boxes.get(b.ownerId)];
    if (cluster === undefined || cluster !== plan.nodeById.get(b.ownerId as NodeId)?.cluster.id) return;
    if (!from || !to || Math.abs(from.y - to.y) > from.height / 2) return;
    inside.set(cluster, [...(inside.get(cluster) ?? []), cable.box]);
  });
  return inside;
}

function* boxesOf(...lists: readonly (readonly { readonly box: Box }[])[]): Iterable<Box> {
  for (const list of lists) for (const { box } of list) yield box;
}
