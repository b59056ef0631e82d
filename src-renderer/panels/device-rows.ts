import type { NodeId, RackId, SwitchId } from '../../shared/lib/ids.ts';
import type { Design } from '../../shared/model/index.ts';
import type { Plan, PlanNode, PlanPort, PlanSwitch } from '../../shared/plan/index.ts';
import type { Finding } from '../../shared/rules/index.ts';
import { bucketOf } from './check-rows.ts';
import { gigabytes } from './format.ts';
import type { Column, Group } from './table.ts';
import { CLUSTER_KIND, OS_NAME } from './words.ts';

/** A node or a switch as the list of devices shows it. */
export interface DeviceRow {
  readonly id: NodeId | SwitchId;
  readonly node: PlanNode | null;
  readonly item: PlanSwitch | null;
  readonly name: string;
  readonly rackId: RackId | null;
  readonly rackName: string;
  readonly used: number;
  readonly free: number;
  readonly fails: number;
  readonly warns: number;
}

/** Nodes under their clusters, switches under one heading of their own. */
export function deviceGroups(
  design: Design,
  plan: Plan,
  findings: readonly Finding[],
): readonly Group<DeviceRow>[] {
  const counts = openCounts(findings);
  const groups = plan.clusters.map(({ record, nodes }) => ({
    id: record.id,
    label: `${record.name}, ${CLUSTER_KIND[record.kind]}`,
    rows: nodes.map((node) => nodeRow(design, node, counts)),
  }));
  if (plan.switches.length === 0) return groups;
  const rows = plan.switches.map((item) => switchRow(design, item, counts));
  return [...groups, { id: 'switches', label: 'Switches', rows }];
}

type Counts = ReadonlyMap<string, { fails: number; warns: number }>;

function openCounts(findings: readonly Finding[]): Counts {
  const counts = new Map<string, { fails: number; warns: number }>();
  for (const finding of findings) {
    const bucket = bucketOf(finding);
    if (bucket !== 'fail' && bucket !== 'warn') continue;
    for (const id of new Set([...finding.subjects, ...finding.shownOn])) {
      const count = counts.get(id) ?? { fails: 0, warns: 0 };
      if (bucket === 'fail') count.fails += 1;
      else count.warns += 1;
      counts.set(id, count);
    }
  }
  return counts;
}

function nodeRow(design: Design, node: PlanNode, counts: Counts): DeviceRow {
  const ports = node.adapters.flatMap((adapter) => adapter.ports);
  return {
    id: node.id,
    node,
    item: null,
    name: node.record.name,
    ...rackOf(design, node.record.rackId),
    ...useOf(ports),
    ...(counts.get(node.id) ?? { fails: 0, warns: 0 }),
  };
}

function switchRow(design: Design, item: PlanSwitch, counts: Counts): DeviceRow {
  return {
    id: item.id,
    node: null,
    item,
    name: item.record.name,
    ...rackOf(design, item.record.rackId),
    used: item.used,
    free: item.free,
    ...(counts.get(item.id) ?? { fails: 0, warns: 0 }),
  };
}

function rackOf(design: Design, rackId: RackId | null): Pick<DeviceRow, 'rackId' | 'rackName'> {
  return { rackId, rackName: (rackId && design.racks.get(rackId)?.name) ?? '' };
}

function useOf(ports: readonly PlanPort[]): Pick<DeviceRow, 'used' | 'free'> {
  const used = ports.filter(({ linkIds }) => linkIds.length > 0).length;
  return { used, free: ports.length - used };
}

/** The adapters of a node in few words: `2 x ConnectX-5`. */
function adaptersText({ node }: DeviceRow): string {
  const counts = new Map<string, number>();
  for (const { model } of node?.adapters ?? []) counts.set(model, (counts.get(model) ?? 0) + 1);
  return [...counts].map(([model, count]) => (count === 1 ? model : `${count} x ${model}`)).join(', ');
}

const rate = (value: number | undefined): number | null =>
  value === undefined ? null : Number(gigabytes(value));

function rateColumn(id: string, label: string, of: (node: PlanNode) => number): Column<DeviceRow> {
  return {
    id,
    label,
    value: ({ node }) => rate(node ? of(node) : undefined),
    text: ({ node }) => (node ? gigabytes(of(node)) : ''),
    align: 'end',
    width: '76px',
  };
}

export const DEVICE_COLUMNS: readonly Column<DeviceRow>[] = [
  { id: 'name', label: 'Name', value: ({ name }) => name, mono: true, width: '13%' },
  { id: 'kind', label: 'Kind', value: ({ node }) => (node ? 'node' : 'switch'), hidden: true },
  { id: 'cluster', label: 'Cluster', value: ({ node }) => node?.cluster.name ?? '', width: '12%' },
  {
    id: 'profile',
    label: 'Profile or model',
    value: ({ node, item }) => node?.profile.name ?? item?.part?.model ?? item?.record.partId ?? '',
    width: '17%',
  },
  {
    id: 'server',
    label: 'Server',
    value: ({ node }) => (node ? (node.server?.model ?? node.profile.serverId) : ''),
    hidden: true,
  },
  { id: 'os', label: 'OS', value: ({ node }) => (node ? OS_NAME[node.os] : ''), hidden: true },
  { id: 'rack', label: 'Rack', value: ({ rackName }) => rackName, width: '11%' },
  { id: 'adapters', label: 'Adapters', value: adaptersText },
  { id: 'used', label: 'Ports used', value: ({ used }) => used, align: 'end', width: '84px' },
  { id: 'free', label: 'Free', value: ({ free }) => free, align: 'end', width: '56px' },
  rateColumn('receive', 'In GB/s', (node) => node.receiveGbps),
  rateColumn('send', 'Out GB/s', (node) => node.sendGbps),
  {
    id: 'checks',
    label: 'Checks',
    value: ({ fails, warns }) => (fails + warns === 0 ? null : fails * 1000 + warns),
    text: ({ fails, warns }) =>
      [fails > 0 ? `${fails} fail` : '', warns > 0 ? `${warns} warn` : ''].filter(Boolean).join(', '),
    width: '104px',
  },
];
