import type { Catalog } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import type { ClusterId, NetworkId } from '../lib/ids.ts';
import { sortNatural } from '../lib/natural-order.ts';
import { fabricOf, type Cluster, type Design, type Network } from '../model/index.ts';
import { cableUp, type Cabled } from './cable-up.ts';
import { createChoosers } from './cables.ts';
import type { CablingRules } from './cabling.ts';
import { addressNodes, sameEndpoints } from './endpoints.ts';
import type { NodeDraft } from './expand.ts';
import { finishNode, finishSwitch } from './finish.ts';
import { computeFlow } from './flow/compute-flow.ts';
import { createSolver } from './flow/solve-model.ts';
import { indexLists, type Indexes } from './indexes.ts';
import { keep, keepList } from './keep.ts';
import { layOut, type Layout } from './lay-out.ts';
import { createLengths } from './lengths.ts';
import type { CableDraft } from './link-draft.ts';
import { listParts } from './list-parts.ts';
import { orderClusters, orderNodes } from './order.ts';
import { createPartBook } from './parts.ts';
import { PLAN_TABLES } from './remember.ts';
import { createNumbering, type Numbering } from './tags.ts';
import { countTotals, groupCables } from './totals.ts';
import { effectiveFabric } from './settings.ts';
import type {
  CableRun,
  EffectiveFabric,
  Plan,
  PlanAdapter,
  PlanLink,
  PlanNode,
  PlanSwitch,
} from './types.ts';

/** What a planner keeps from one plan to the next. Each follows from records and products that never change in place. */
interface Memory {
  readonly solveFlow: ReturnType<typeof createSolver>;
  readonly chooserOf: ReturnType<typeof createChoosers>;
  readonly numbering: Numbering;
}

/** A plan with what it was worked out from, and the drafts it was made of. */
interface Worked {
  readonly design: Design;
  readonly catalog: Catalog;
  readonly networks: ReadonlyMap<NetworkId, Network>;
  readonly cabled: Cabled;
  /** In the order of the plan. */
  readonly nodes: readonly NodeDraft[];
  readonly plan: Plan;
  readonly indexes: Indexes;
}

/**
 * Makes the function that works a plan out. It takes over from the last plan what an edit leaves alone; that spares
 * work, keeps the identity of what has not changed, and never changes a result.
 */
export function createPlanner(): (design: Design, catalog: Catalog) => Plan {
  const memory: Memory = {
    solveFlow: createSolver(),
    chooserOf: createChoosers(),
    numbering: createNumbering(),
  };
  let last: Worked | null = null;
  return (design, catalog) => {
    last = workOut(design, catalog, last && follows(design, last.design) ? last : null, memory);
    return last.plan;
  };
}

/** False for another file, which has none of the tables: there is nothing to take over, and to look for it takes longer than to do without. */
function follows(design: Design, before: Design): boolean {
  return PLAN_TABLES.some((table) => design[table] === before[table]);
}

/** Works a plan out from the ground, with nothing kept from before. */
export function computeFreshPlan(design: Design, catalog: Catalog): Plan {
  return createPlanner()(design, catalog);
}

function workOut(design: Design, catalog: Catalog, before: Worked | null, memory: Memory): Worked {
  const fabric = fabricOf(design);
  const networks =
    before?.design.networks === design.networks ? before.networks : orderNetworks(design.networks.values());
  const layout = layOut(design, { catalog, fabric, networks }, before && before.cabled.layout);
  const cabled = cableUp(
    design.links,
    layout,
    {
      networks,
      mtu: fabric.mtu,
      chooseCable: memory.chooserOf(catalog, design.parts),
      lengthOf: createLengths(design),
      differ: whatDiffers(design, catalog, layout, before),
    },
    before && { ...before.cabled, links: before.design.links },
  );
  const clusters = orderClusters(design);
  const nodes = listNodes(design, cabled.layout, clusters, before);
  const work = { design, catalog, networks, cabled, nodes };
  return { ...work, ...assemble(work, clusters, before, memory) };
}

/** The nodes in the order of the plan, which only names and clusters decide. */
function listNodes(
  design: Design,
  { nodes }: Layout,
  clusters: readonly Cluster[],
  before: Worked | null,
): readonly NodeDraft[] {
  const same = before?.design.nodes === design.nodes && before.design.clusters === design.clusters;
  return same
    ? before.nodes.map(({ record }) => must(nodes.get(record.id), 'a node as before'))
    : orderNodes(nodes, clusters, before?.nodes ?? []);
}

/** What can be other than before for cables that nobody touched. */
function whatDiffers(
  design: Design,
  catalog: Catalog,
  layout: Layout,
  before: Worked | null,
): CablingRules['differ'] {
  if (before?.catalog !== catalog || before.design.parts !== design.parts) return 'products';
  const { cabling, racks } = before.design;
  return layout.moved || cabling !== design.cabling || racks !== design.racks ? 'lengths' : 'nothing';
}

function orderNetworks(networks: Iterable<Network>): ReadonlyMap<NetworkId, Network> {
  const sorted = sortNatural(
    networks,
    (network) => network.name,
    (network) => network.id,
  );
  return new Map(sorted.map((network) => [network.id, network]));
}

/** Puts the plan together. Parts in which nothing has changed are those of the plan before. */
function assemble(
  work: Omit<Worked, 'plan' | 'indexes'>,
  clusters: readonly Cluster[],
  before: Worked | null,
  memory: Memory,
): Pick<Worked, 'plan' | 'indexes'> {
  const { design, catalog, networks, cabled } = work;
  const last = before?.plan;
  const nodes = keepList(last?.nodes, finishNodes(work, before));
  const adapters = nodes === last?.nodes ? last.adapters : keepList(last?.adapters, listAdapters(nodes));
  const fabric = keep(last?.fabric, effectiveFabric(fabricOf(design), adapters));
  const switches = keepList(last?.switches, finishSwitches(work, fabric, before));
  const runs = keepList(last?.runs, listRuns(cabled.cables));
  const links = keepList(last?.links, listLinks(cabled.cables));
  const planNetworks = keepList(last?.networks, [...networks.values()]);
  const sameParts =
    last !== undefined &&
    before?.catalog === catalog &&
    runs === last.runs &&
    before.design.profiles === design.profiles &&
    before.design.switches === design.switches;
  const products = sameParts ? last : listParts(design, catalog, runs);
  const indexes = indexLists({ nodes, adapters, switches, links, runs }, before, memory.numbering);
  const plan = {
    fabric,
    nodes,
    adapters,
    switches,
    links,
    runs,
    clusters: keepList(last?.clusters, gatherClusters(clusters, nodes, last)),
    networks: planNetworks,
    cables: runs === last?.runs ? last.cables : groupCables(runs),
    totals: countTotals({ nodes, switches, runs }, last ?? null),
    get runTags() {
      return indexes.runTags();
    },
    get tags() {
      return indexes.tags();
    },
    get nodeById() {
      return indexes.nodeById();
    },
    get adapterById() {
      return indexes.adapterById();
    },
    get switchById() {
      return indexes.switchById();
    },
    get portById() {
      return indexes.portById();
    },
    get linkById() {
      return indexes.linkById();
    },
    parts: keep(last?.parts, products.parts),
    unknownParts: keep(last?.unknownParts, products.unknownParts),
  };
  // Not a copy with the flow beside: that would ask for every index.
  const flow = keep(last?.flow, computeFlow(plan, memory.solveFlow));
  return { plan: Object.assign(plan, { flow }), indexes };
}

function listRuns(cables: readonly CableDraft[]): readonly CableRun[] {
  return cables.map(({ run }) => run);
}

function listLinks(cables: readonly CableDraft[]): readonly PlanLink[] {
  const links: PlanLink[] = [];
  for (const { run } of cables) for (const link of run.links) links.push(link);
  return links;
}

function finishNodes(
  { design, catalog, networks, nodes }: Omit<Worked, 'plan' | 'indexes'>,
  before: Worked | null,
): readonly PlanNode[] {
  const means = { design, book: createPartBook(catalog) };
  const last = before?.plan ?? null;
  const endpoints =
    before && sameInterfaces(nodes, networks, before) ? null : addressNodes(nodes, networks.values());
  return nodes.map((draft) => {
    const { id } = draft.record;
    const old = last?.nodeById.get(id);
    const own = endpoints?.get(id) ?? must(old, 'a node as before').endpoints;
    const same = before?.cabled.layout.nodes.get(id)?.adapters === draft.adapters;
    return finishNode(draft, endpoints ? keep(old?.endpoints, own) : own, means, last, same);
  });
}

/** True when addresses are handed out to the same interfaces in the same order as before. */
function sameInterfaces(nodes: readonly NodeDraft[], networks: Worked['networks'], before: Worked): boolean {
  return (
    networks === before.networks &&
    nodes.length === before.nodes.length &&
    nodes.every((draft, i) => {
      const old = before.nodes[i];
      const { id, pins } = draft.record;
      return old?.record.id === id && old.record.pins === pins && sameEndpoints(old.print, draft.print);
    })
  );
}

function finishSwitches(
  { networks, cabled }: Omit<Worked, 'plan' | 'indexes'>,
  fabric: EffectiveFabric,
  before: Worked | null,
): readonly PlanSwitch[] {
  const sameRules = before?.plan.fabric === fabric && before.networks === networks;
  const sorted = sortNatural(
    cabled.layout.switches.values(),
    ({ record }) => record.name,
    ({ record }) => record.id,
  );
  return sorted.map((draft) => {
    const { id } = draft.record;
    const drawn = before?.cabled.layout.switches.get(id);
    const old = before?.plan.switchById.get(id);
    if (sameRules && drawn === draft && old) return old;
    return finishSwitch(draft, { fabric, networks }, before?.plan ?? null, drawn?.ports === draft.ports);
  });
}

function gatherClusters(
  clusters: readonly Cluster[],
  nodes: readonly PlanNode[],
  last: Plan | undefined,
): Plan['clusters'] {
  const members = new Map<ClusterId, PlanNode[]>(clusters.map((record) => [record.id, []]));
  for (const node of nodes) members.get(node.cluster.id)?.push(node);
  return clusters.map((record, i) => {
    const old = last?.clusters[i];
    const own = keepList(old?.nodes, members.get(record.id) ?? []);
    return old?.record === record && old.nodes === own ? old : { record, nodes: own };
  });
}

function listAdapters(nodes: readonly PlanNode[]): readonly PlanAdapter[] {
  const adapters: PlanAdapter[] = [];
  for (const node of nodes) adapters.push(...node.adapters);
  return adapters;
}
