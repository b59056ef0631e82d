import { must } from '../../shared/lib/assert.ts';
import type { NodeId, SwitchId } from '../../shared/lib/ids.ts';
import {
  homingOf,
  multichannelOf,
  oversubscriptionOf,
  serverRates,
  type Homing,
  type Oversubscription,
  type Plan,
  type PlanNode,
  type ServerRate,
} from '../../shared/plan/index.ts';
import { gbps, gigabytes } from './format.ts';
import { limitText } from './rate-rows.ts';
import type { Column, Group } from './table.ts';
import { CLUSTER_KIND } from './words.ts';

/** One line of what is delivered: a node, a switch, or all cables between two switches. */
export type DeliveredRow =
  | {
      readonly kind: 'node';
      readonly id: string;
      readonly name: string;
      readonly node: PlanNode;
      /** What it gives; null for a node that only takes. */
      readonly rate: ServerRate | null;
      readonly homing: Homing;
      /** What it still gives while something has failed, Gb/s; null while nothing has, or for one that only takes. */
      readonly leftGbps: number | null;
    }
  | {
      readonly kind: 'switch';
      readonly id: string;
      readonly name: string;
      readonly load: Oversubscription['switches'][number];
    }
  | {
      readonly kind: 'trunk';
      readonly id: string;
      readonly name: string;
      readonly load: Oversubscription['trunks'][number];
    };

/** Rates closer than this are the same, Gb/s. */
const SAME = 1e-6;

/** Nodes under their clusters, then switches and what joins them. `left` is what servers give after a failure. */
export function deliveredGroups(
  plan: Plan,
  left: ReadonlyMap<NodeId, number> | null,
): readonly Group<DeliveredRow>[] {
  const rates = serverRates(plan);
  const homings = new Map(homingOf(plan).map((homing) => [homing.nodeId, homing]));
  const { switches, trunks } = oversubscriptionOf(plan);
  const totals = new Map(plan.flow.clusters.map((cluster) => [cluster.id, cluster]));
  const nameOf = (id: SwitchId) => plan.switchById.get(id)?.record.name ?? id;
  const clusters = plan.clusters.map(({ record, nodes }): Group<DeliveredRow> => {
    const total = totals.get(record.id);
    return {
      id: record.id,
      label: `${record.name}, ${CLUSTER_KIND[record.kind]}`,
      note: total ? `sends ${gigabytes(total.sendGbps)}, receives ${gigabytes(total.receiveGbps)} GB/s` : '',
      rows: nodes.map((node) => ({
        kind: 'node',
        id: node.id,
        name: node.record.name,
        node,
        rate: rates.get(node.id) ?? null,
        homing: must(homings.get(node.id), 'homing of a node'),
        leftGbps: left === null || !rates.has(node.id) ? null : (left.get(node.id) ?? 0),
      })),
    };
  });
  const all: readonly Group<DeliveredRow>[] = [
    ...clusters,
    {
      id: 'switches',
      label: 'Switches',
      rows: switches.map((load) => ({
        kind: 'switch',
        id: load.switchId,
        name: nameOf(load.switchId),
        load,
      })),
    },
    {
      id: 'trunks',
      label: 'Between switches',
      rows: trunks.map((load) => ({
        kind: 'trunk',
        id: `${load.a} ${load.b}`,
        name: `${nameOf(load.a)} - ${nameOf(load.b)}`,
        load,
      })),
    },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

/** A plan with the rates of its list worked out; they are kept with it. */
export function withRates(plan: Plan): Plan {
  serverRates(plan);
  homingOf(plan);
  oversubscriptionOf(plan);
  return plan;
}

/** What to select to show a row on the drawing. */
export function shownBy(row: DeliveredRow): readonly string[] {
  return row.kind === 'trunk' ? row.load.linkIds : [row.id];
}

/** What holds a node back, in words; for switches what comes together there. */
export function limitOf(row: DeliveredRow): string {
  if (row.kind === 'switch') {
    const { hostGbps, uplinkGbps } = row.load;
    const up = uplinkGbps > 0 ? `${gbps(uplinkGbps)} to switches` : 'no cable to a switch';
    return `${gbps(hostGbps)} Gb/s to nodes, ${up}`;
  }
  if (row.kind === 'trunk') {
    const { demandGbps, capacityGbps, linkIds } = row.load;
    const cables = `${linkIds.length} ${linkIds.length === 1 ? 'cable' : 'cables'}, ${gbps(capacityGbps)} Gb/s`;
    return demandGbps === null ? cables : `${gbps(demandGbps)} Gb/s can want to cross ${cables}`;
  }
  return `${nodeLimit(row)}${idleText(row.node)}`;
}

function nodeLimit({ node, rate }: DeliveredRow & { kind: 'node' }): string {
  if (rate === null || node.sendGbps < SAME) return adaptersLimit(node);
  if (rate.together < rate.alone - SAME) return 'the bottleneck it shares with others';
  return rate.alone < node.sendGbps - SAME ? 'what is beyond its adapters' : adaptersLimit(node);
}

/** What SMB Multichannel leaves idle although it is cabled. */
function idleText(node: PlanNode): string {
  const idle = multichannelOf(node).filter(({ used, speedGbps }) => !used && speedGbps !== null).length;
  if (idle === 0) return '';
  return `; ${idle} cabled ${idle === 1 ? 'port idles' : 'ports idle'}`;
}

function adaptersLimit({ adapters }: PlanNode): string {
  const used = adapters.filter((adapter) => adapter.used);
  if (used.length === 0) return 'no running RDMA adapter';
  return [...new Set(used.map(limitText))].join('; ');
}

/** On what the paths of a node hang: `2 switches`, or the one thing all of them pass. */
export function homingText(row: DeliveredRow): string {
  if (row.kind !== 'node') return '';
  const { homing } = row;
  if (homing.single !== null) return `all on ${homing.single.text}`;
  const parts = [
    ...(homing.switchIds.length > 0 ? [`${homing.switchIds.length} switches`] : []),
    ...(homing.peers.length > 0 ? [`${homing.peers.length} direct`] : []),
  ];
  if (parts.length === 0) return 'none';
  return `${parts.join(', ')}, ${homing.adapters} ${homing.adapters === 1 ? 'adapter' : 'adapters'}`;
}

/** A ratio as the field writes it: `3.0 : 1`. */
export function ratioText(ratio: number | null): string {
  return ratio === null ? '' : `${ratio.toFixed(1)} : 1`;
}

const ratioOf = (row: DeliveredRow): number | null => (row.kind === 'node' ? null : row.load.ratio);

function rate(
  id: string,
  label: string,
  of: (row: DeliveredRow) => number | null | undefined,
): Column<DeliveredRow> {
  return {
    id,
    label,
    unit: 'GB/s',
    align: 'end',
    width: '88px',
    value: (row) => {
      const value = of(row);
      return value === null || value === undefined ? null : Number((value / 8).toFixed(3));
    },
    text: (row) => {
      const value = of(row);
      return value === null || value === undefined ? '' : gigabytes(value);
    },
  };
}

export const DELIVERED_COLUMNS: readonly Column<DeliveredRow>[] = [
  { id: 'name', label: 'What', value: ({ name }) => name, mono: true, width: '16%' },
  rate('alone', 'Alone', (row) => (row.kind === 'node' ? row.rate?.alone : null)),
  rate('together', 'With all', (row) => (row.kind === 'node' ? row.rate?.together : null)),
  rate('send', 'Sends', (row) => (row.kind === 'node' ? row.node.sendGbps : null)),
  rate('receive', 'Receives', (row) => (row.kind === 'node' ? row.node.receiveGbps : null)),
  { id: 'limit', label: 'Limited by', value: limitOf },
  { id: 'homing', label: 'Paths', value: homingText, width: '20%' },
  {
    id: 'ratio',
    label: 'Oversubscription',
    value: ratioOf,
    text: (row) => ratioText(ratioOf(row)),
    align: 'end',
    width: '120px',
  },
];

/** What is left of each server, while something has failed. */
export const LEFT_COLUMN: Column<DeliveredRow> = rate('left', 'Left', (row) =>
  row.kind === 'node' ? row.leftGbps : null,
);
