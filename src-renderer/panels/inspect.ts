import type { Cluster, Design, Network } from '../../shared/model/index.ts';
import type { Plan, PlanLink, PlanNode, PlanSwitch } from '../../shared/plan/index.ts';

/** What the inspector shows for a selection. */
export type Inspected =
  | { readonly kind: 'design' }
  | { readonly kind: 'node'; readonly node: PlanNode; readonly slot: string | null }
  | { readonly kind: 'switch'; readonly item: PlanSwitch }
  | { readonly kind: 'link'; readonly link: PlanLink }
  | { readonly kind: 'cluster'; readonly cluster: Cluster; readonly nodes: readonly PlanNode[] }
  | { readonly kind: 'network'; readonly network: Network }
  | {
      readonly kind: 'several';
      readonly nodes: readonly PlanNode[];
      readonly switches: readonly PlanSwitch[];
      readonly links: readonly PlanLink[];
      readonly clusters: readonly Cluster[];
      readonly networks: readonly Network[];
    };

/**
 * Decides what to show. An adapter or port stands for its node or switch; ids that are gone are passed over,
 * and a selection that leaves nothing shows the design itself.
 */
export function inspect(design: Design, plan: Plan, selection: ReadonlySet<string>): Inspected {
  const nodes = new Map<string, PlanNode>();
  const switches = new Map<string, PlanSwitch>();
  const links: PlanLink[] = [];
  const slots = new Set<string>();
  const clusters: Extract<Inspected, { kind: 'cluster' }>[] = [];
  const networks: Network[] = [];
  for (const id of selection) {
    const owner = ownerOf(plan, id);
    const node = plan.nodeById.get(owner.id as never);
    const item = plan.switchById.get(owner.id as never);
    const link = plan.linkById.get(id as never);
    if (node) {
      nodes.set(node.id, node);
      if (owner.slot !== null) slots.add(owner.slot);
    } else if (item) switches.set(item.id, item);
    else if (link) links.push(link);
    else {
      const record = recordOf(design, plan, id);
      if (record?.kind === 'network') networks.push(record.network);
      else if (record?.kind === 'cluster') clusters.push(record);
    }
  }
  const [node] = nodes.values();
  const [item] = switches.values();
  const [link] = links;
  const [cluster] = clusters;
  const [network] = networks;
  const count = nodes.size + switches.size + links.length + clusters.length + networks.length;
  if (count > 1) {
    return {
      kind: 'several',
      nodes: [...nodes.values()],
      switches: [...switches.values()],
      links,
      clusters: clusters.map((entry) => entry.cluster),
      networks,
    };
  }
  if (node) return { kind: 'node', node, slot: slots.values().next().value ?? null };
  if (item) return { kind: 'switch', item };
  if (link) return { kind: 'link', link };
  if (cluster) return cluster;
  return network ? { kind: 'network', network } : { kind: 'design' };
}

function ownerOf(plan: Plan, id: string): { readonly id: string; readonly slot: string | null } {
  const adapter = plan.adapterById.get(id as never);
  if (adapter) return { id: adapter.nodeId, slot: adapter.slot.slot };
  const port = plan.portById.get(id as never);
  if (!port) return { id, slot: null };
  if (port.owner.kind === 'switch') return { id: port.owner.switchId, slot: null };
  return { id: port.owner.nodeId, slot: plan.adapterById.get(port.owner.adapterId)?.slot.slot ?? null };
}

function recordOf(
  design: Design,
  plan: Plan,
  id: string,
): Extract<Inspected, { kind: 'cluster' | 'network' }> | null {
  const network = design.networks.get(id as never);
  if (network) return { kind: 'network', network };
  const cluster = plan.clusters.find(({ record }) => record.id === id);
  return cluster ? { kind: 'cluster', cluster: cluster.record, nodes: cluster.nodes } : null;
}

/** Ids whose findings belong beside the fields of what is shown. */
export function concernedIds(inspected: Inspected): ReadonlySet<string> {
  switch (inspected.kind) {
    case 'design':
      return new Set(['fabric', 'project']);
    case 'node':
      return nodeIds([inspected.node]);
    case 'switch':
      return new Set([inspected.item.id, ...inspected.item.ports.map((port) => port.id)]);
    case 'link':
      return new Set([inspected.link.id]);
    case 'cluster':
      return new Set([inspected.cluster.id]);
    case 'network':
      return new Set([inspected.network.id]);
    case 'several':
      return new Set([
        ...nodeIds(inspected.nodes),
        ...inspected.switches.map((item) => item.id),
        ...inspected.links.map((link) => link.id),
        ...inspected.clusters.map((cluster) => cluster.id),
        ...inspected.networks.map((network) => network.id),
      ]);
  }
}

function nodeIds(nodes: readonly PlanNode[]): ReadonlySet<string> {
  return new Set(
    nodes.flatMap((node) => [
      node.id,
      node.profile.id,
      ...node.adapters.flatMap((adapter) => [adapter.id, ...adapter.ports.map((port) => port.id)]),
    ]),
  );
}

/** The value all share, or null when they differ. */
export function shared<T, V>(items: readonly T[], of: (item: T) => V): V | null {
  const [first, ...rest] = items.map(of);
  return first !== undefined && rest.every((value) => value === first) ? first : null;
}
