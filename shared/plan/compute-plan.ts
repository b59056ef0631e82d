import type { Catalog } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import type { ClusterId, NetworkId, NodeId, PartId, PortId, ProfileId, SwitchId } from '../lib/ids.ts';
import { sortNatural } from '../lib/natural-order.ts';
import { fabricOf, type Cluster, type Design, type FabricPolicy, type Network } from '../model/index.ts';
import { buildBlueprint, type ProfileBlueprint } from './blueprint.ts';
import { createCableChooser } from './cables.ts';
import { addressNodes } from './endpoints.ts';
import { buildSwitchBlueprint, expandNode, expandSwitch } from './expand.ts';
import type { NodeDraft, SwitchBlueprint, SwitchDraft } from './expand.ts';
import { computeFlow } from './flow/compute-flow.ts';
import { createLengths } from './lengths.ts';
import { connectLinks, type Cabling } from './links.ts';
import { orderClusters, orderNodes } from './order.ts';
import { createPartBook, type PartBook } from './parts.ts';
import { rateAdapters, rateNode, ratePorts, sharedPayload } from './rates.ts';
import { effectiveSettings } from './settings.ts';
import { spreadNetworks } from './switch-networks.ts';
import { countTotals, groupCables } from './totals.ts';
import type { Endpoint, Plan, PlanNode, PlanPort, PlanSwitch } from './types.ts';

/** Works a plan out from the ground; the door of the folder remembers the last one. */
export function computeFreshPlan(design: Design, catalog: Catalog): Plan {
  const fabric = fabricOf(design);
  const networks = orderNetworks(design);
  const book = createPartBook(catalog);
  const portById = new Map<PortId, PlanPort>();
  const clusters = orderClusters(design);
  const nodes = layOutNodes(design, clusters, { book, fabric, networks }, portById);
  const switches = layOutSwitches(design, book, portById);
  const { links, runs } = layCables(design, catalog, { nodes, switches }, book);

  ratePorts(nodes.values());
  rateAdapters(nodes.values());
  spreadNetworks(links, networks, sharedPayload(nodes.values(), fabric.mtu));

  const endpoints = addressNodes([...nodes.values()], networks.values());
  const planNodes = Array.from(nodes.values(), (draft) =>
    finishNode(draft, design, book, must(endpoints.get(draft.record.id), 'endpoints of a node')),
  );
  const planSwitches = Array.from(switches.values(), (draft) => finishSwitch(draft, fabric, networks));
  const planLinks = links.map((draft) => draft.link);
  const planClusters = gatherClusters(clusters, planNodes);
  const adapters = planNodes.flatMap((node) => node.adapters);
  return {
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
    flow: computeFlow({ nodes, switches, links, runs, clusters: planClusters }),
    nodeById: new Map(planNodes.map((node) => [node.id, node])),
    adapterById: new Map(adapters.map((adapter) => [adapter.id, adapter])),
    switchById: new Map(planSwitches.map((device) => [device.id, device])),
    portById,
    linkById: new Map(planLinks.map((link) => [link.id, link])),
    parts: book.used(),
    unknownParts: book.unknown(),
  };
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

function layCables(
  design: Design,
  catalog: Catalog,
  places: {
    readonly nodes: ReadonlyMap<NodeId, NodeDraft>;
    readonly switches: ReadonlyMap<SwitchId, SwitchDraft>;
  },
  book: PartBook,
): Cabling {
  const chooser = createCableChooser(catalog, design.parts, book.any);
  const cabling = connectLinks(design.links.values(), places, chooser, createLengths(design));
  for (const { link } of cabling.links) {
    if (link.record.cableId !== null) book.cable(link.record.cableId, link.id);
  }
  for (const { cable } of cabling.runs) {
    if (cable?.kind === 'assembly') book.use(cable.part);
    if (cable?.kind === 'optical') [cable.transceiverA, cable.transceiverB].forEach(book.use);
  }
  return cabling;
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
  fabric: FabricPolicy,
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
