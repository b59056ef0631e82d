import type { Catalog } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import type { ClusterId, NetworkId, NodeId, PartId, PortId, ProfileId, SwitchId } from '../lib/ids.ts';
import { sortNatural } from '../lib/natural-order.ts';
import { fabricOf, type Cluster, type Design, type FabricPolicy, type Network } from '../model/index.ts';
import { buildBlueprint, type ProfileBlueprint } from './blueprint.ts';
import { createChoosers } from './cables.ts';
import { chooseAgain, onlyCablesDiffer, type PlanOf } from './choose-again.ts';
import { addressNodes } from './endpoints.ts';
import { buildSwitchBlueprint, expandNode, expandSwitch } from './expand.ts';
import type { NodeDraft, SwitchBlueprint, SwitchDraft } from './expand.ts';
import { computeFlow } from './flow/compute-flow.ts';
import { createSolver } from './flow/solve-model.ts';
import { createLengths } from './lengths.ts';
import { connectLinks } from './links.ts';
import { listParts } from './list-parts.ts';
import { networksOf } from './link-draft.ts';
import { orderClusters, orderNodes } from './order.ts';
import { createPartBook, type PartBook } from './parts.ts';
import { rateAdapters, rateNode, ratePorts, sharedPayload } from './rates.ts';
import { effectiveFabric, effectiveSettings } from './settings.ts';
import { spreadNetworks } from './switch-networks.ts';
import { countTotals, groupCables } from './totals.ts';
import type { EffectiveFabric, Endpoint, Plan, PlanNode, PlanPort, PlanSwitch } from './types.ts';

/** What a planner keeps from one plan to the next. Each follows from records and products that never change in place. */
interface Memory {
  readonly solveFlow: ReturnType<typeof createSolver>;
  readonly chooserOf: ReturnType<typeof createChoosers>;
}

/** Makes the function that works a plan out. What it keeps spares work and never changes a result. */
export function createPlanner(): (design: Design, catalog: Catalog) => Plan {
  const memory: Memory = { solveFlow: createSolver(), chooserOf: createChoosers() };
  let last: PlanOf | null = null;
  return (design, catalog) => {
    const now = { design, catalog };
    const plan =
      last && onlyCablesDiffer(last, now)
        ? chooseAgain(last, now, memory.chooserOf(catalog, design.parts))
        : computeWhole(design, catalog, memory);
    last = { ...now, plan };
    return plan;
  };
}

/** Works a plan out from the ground, with nothing kept from before. */
export function computeFreshPlan(design: Design, catalog: Catalog): Plan {
  return createPlanner()(design, catalog);
}

function computeWhole(design: Design, catalog: Catalog, memory: Memory): Plan {
  const policy = fabricOf(design);
  const networks = orderNetworks(design);
  const book = createPartBook(catalog);
  const portById = new Map<PortId, PlanPort>();
  const clusters = orderClusters(design);
  const nodes = layOutNodes(design, clusters, { book, fabric: policy, networks }, portById);
  const switches = layOutSwitches(design, book, portById);
  const places = { nodes, switches };
  const chooser = memory.chooserOf(catalog, design.parts);
  const { links, runs } = connectLinks(design.links.values(), places, chooser, createLengths(design));

  ratePorts(nodes.values());
  rateAdapters(nodes.values());
  spreadNetworks(links, networks, sharedPayload(nodes.values(), policy.mtu));
  for (const run of runs) run.networkIds = networksOf(run.links);

  const endpoints = addressNodes([...nodes.values()], networks.values());
  const planNodes = Array.from(nodes.values(), (draft) =>
    finishNode(draft, design, book, must(endpoints.get(draft.record.id), 'endpoints of a node')),
  );
  const adapters = planNodes.flatMap((node) => node.adapters);
  const fabric = effectiveFabric(policy, adapters);
  const planSwitches = Array.from(switches.values(), (draft) => finishSwitch(draft, fabric, networks));
  const planLinks = links.map((draft) => draft.link);
  const planClusters = gatherClusters(clusters, planNodes);
  const plan = {
    fabric,
    nodes: planNodes,
    adapters,
    switches: planSwitches,
    links: planLinks,
    runs,
    clusters: planClusters,
    networks: [...networks.values()],
    cables: groupCables(runs),
    totals: countTotals(planNodes, planSwitches, runs),
    nodeById: new Map(planNodes.map((node) => [node.id, node])),
    adapterById: new Map(adapters.map((adapter) => [adapter.id, adapter])),
    switchById: new Map(planSwitches.map((device) => [device.id, device])),
    portById,
    linkById: new Map(planLinks.map((link) => [link.id, link])),
    ...listParts(design, catalog, runs),
  };
  return { ...plan, flow: computeFlow(plan, memory.solveFlow) };
}

function gatherClusters(clusters: readonly Cluster[], nodes: readonly PlanNode[]): Plan['clusters'] {
  const members = new Map<ClusterId, PlanNode[]>(clusters.map((record) => [record.id, []]));
  for (const node of nodes) members.get(node.cluster.id)?.push(node);
  return clusters.map((record) => ({ record, nodes: members.get(record.id) ?? [] }));
}

function orderNetworks(design: Design): ReadonlyMap<NetworkId, Network> {
  const sorted = sortNatural(
    design.networks.values(),
    (network) => network.name,
    (network) => network.id,
  );
  return new Map(sorted.map((network) => [network.id, network]));
}

interface Surroundings {
  readonly book: PartBook;
  readonly fabric: FabricPolicy;
  readonly networks: ReadonlyMap<NetworkId, Network>;
}

function layOutNodes(
  design: Design,
  clusters: readonly Cluster[],
  { book, fabric, networks }: Surroundings,
  portById: Map<PortId, PlanPort>,
): ReadonlyMap<NodeId, NodeDraft> {
  const prints = new Map<ProfileId, ProfileBlueprint>();
  for (const profile of design.profiles.values()) {
    book.server(profile.serverId, profile.id);
    prints.set(profile.id, buildBlueprint(profile, book, fabric, networks));
  }
  const nodes = new Map<NodeId, NodeDraft>();
  for (const group of orderNodes(design, clusters).values()) {
    for (const node of group) {
      const print = must(prints.get(node.profileId), `profile ${node.profileId}`);
      nodes.set(node.id, expandNode(node, print, portById));
    }
  }
  return nodes;
}

function layOutSwitches(
  design: Design,
  book: PartBook,
  portById: Map<PortId, PlanPort>,
): ReadonlyMap<SwitchId, SwitchDraft> {
  const prints = new Map<PartId, SwitchBlueprint | null>();
  const drafts = new Map<SwitchId, SwitchDraft>();
  for (const record of sortNatural(
    design.switches.values(),
    (entry) => entry.name,
    (entry) => entry.id,
  )) {
    const part = book.switch(record.partId, record.id);
    const print = prints.get(record.partId) ?? (part && buildSwitchBlueprint(part));
    prints.set(record.partId, print);
    drafts.set(record.id, expandSwitch(record, print, portById));
  }
  return drafts;
}

function finishNode(
  draft: NodeDraft,
  design: Design,
  book: PartBook,
  endpoints: readonly Endpoint[],
): PlanNode {
  const { record } = draft;
  const profile = must(design.profiles.get(record.profileId), `profile ${record.profileId}`);
  const { rate, unused } = rateNode(draft);
  return {
    id: record.id,
    record,
    profile,
    cluster: must(design.clusters.get(record.clusterId), `cluster ${record.clusterId}`),
    os: profile.os,
    server: book.server(profile.serverId, profile.id),
    adapters: draft.adapters.map((entry) => entry.adapter),
    endpoints,
    sendGbps: rate.send,
    receiveGbps: rate.receive,
    unusedAdapters: unused,
  };
}

function finishSwitch(
  draft: SwitchDraft,
  fabric: EffectiveFabric,
  networks: ReadonlyMap<NetworkId, Network>,
): PlanSwitch {
  const { ports } = draft;
  const part = draft.print?.part ?? null;
  const groups: PlanSwitch['groups'][number][] = [];
  let start = 0;
  for (const group of part?.portGroups ?? []) {
    const members = ports.slice(start, start + group.names.length);
    start += group.names.length;
    const speedGbps = group.speedsGbps.at(-1) ?? 0;
    groups.push({ cage: group.cage, speedGbps, rows: group.rows, ports: members, ...countUse(members) });
  }
  const settings = effectiveSettings(draft.record, ports, fabric, networks);
  return {
    id: draft.record.id,
    record: draft.record,
    part,
    settings,
    ports,
    groups,
    ...countUse(ports),
  };
}

function countUse(ports: readonly PlanPort[]): { readonly used: number; readonly free: number } {
  const used = ports.filter((port) => port.linkIds.length > 0).length;
  return { used, free: ports.length - used };
}
