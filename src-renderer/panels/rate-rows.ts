import type { Plan, PlanAdapter, PlanNode } from '../../shared/plan/index.ts';
import { gbps, pcieLink } from './format.ts';
import type { Column, Group } from './table.ts';
import { CLUSTER_KIND, LIMIT } from './words.ts';

/** One adapter of one node. */
export interface RateRow {
  readonly node: PlanNode;
  readonly adapter: PlanAdapter;
}

/** Adapters under their clusters; the heading tells what the cluster can send and receive. */
export function rateGroups(plan: Plan): readonly Group<RateRow>[] {
  const rates = new Map(plan.flow.clusters.map((cluster) => [cluster.id, cluster]));
  return plan.clusters.map(({ record, nodes }) => {
    const rate = rates.get(record.id);
    const note = rate ? `sends ${gbps(rate.sendGbps)}, receives ${gbps(rate.receiveGbps)} Gb/s` : '';
    return {
      id: record.id,
      label: `${record.name}, ${CLUSTER_KIND[record.kind]}`,
      note,
      rows: nodes.flatMap((node) => node.adapters.map((adapter) => ({ node, adapter }))),
    };
  });
}

/** What limits an adapter: one word when both directions agree. */
export function limitText({ limitedBy, used }: PlanAdapter): string {
  const { receive, send } = limitedBy;
  const limit = receive === send ? LIMIT[receive] : `${LIMIT[receive]} in, ${LIMIT[send]} out`;
  return used || receive === 'idle' ? limit : `${limit}; not used`;
}

const rate = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(1));

function column(id: string, label: string, of: (row: RateRow) => number | null | undefined): Column<RateRow> {
  return {
    id,
    label,
    value: (row) => rate(of(row)),
    text: (row) => {
      const value = rate(of(row));
      return value === null ? '' : gbps(value);
    },
    align: 'end',
    unit: 'Gb/s',
    width: '76px',
  };
}

export const RATE_COLUMNS: readonly Column<RateRow>[] = [
  { id: 'node', label: 'Node', value: ({ node }) => node.record.name, mono: true, width: '10%' },
  { id: 'slot', label: 'Slot', value: ({ adapter }) => adapter.slot.slot, width: '56px' },
  { id: 'model', label: 'Adapter', value: ({ adapter }) => adapter.model },
  {
    id: 'link',
    label: 'PCIe link',
    value: ({ adapter }) => (adapter.link ? pcieLink(adapter.link) : 'unknown'),
    width: '80px',
  },
  column('ports', 'Ports', ({ adapter }) => adapter.portPayloadGbps),
  column('write', 'PCIe in', ({ adapter }) => adapter.pcie?.writeGbps),
  column('read', 'PCIe out', ({ adapter }) => adapter.pcie?.readGbps),
  column('receive', 'Receives', ({ adapter }) => adapter.ceilingGbps.receive),
  column('send', 'Sends', ({ adapter }) => adapter.ceilingGbps.send),
  { id: 'limit', label: 'Limited by', value: ({ adapter }) => limitText(adapter), width: '13%' },
  column('nodeReceive', 'Node in', ({ node }) => node.receiveGbps),
  column('nodeSend', 'Node out', ({ node }) => node.sendGbps),
];
