import { must } from '../../shared/lib/assert.ts';
import { multichannelOf, type Plan, type PlanAdapter, type PlanNode } from '../../shared/plan/index.ts';
import type { DeliveredRow } from './delivered-rows.ts';
import { gbps, gigabytes } from './format.ts';
import { adapterFormulas, type FormulaLine } from './formulas.ts';

/** Some steps under a heading. */
export interface FormulaPart {
  readonly title: string;
  readonly lines: readonly FormulaLine[];
}

/** How the numbers of a row come about: from slots to the rate of the design, or an oversubscription. */
export function rowFormulas(plan: Plan, row: DeliveredRow): readonly FormulaPart[] {
  return row.kind === 'node' ? nodeFormulas(plan, row) : [ratioFormula(row)];
}

function nodeFormulas(plan: Plan, row: DeliveredRow & { kind: 'node' }): readonly FormulaPart[] {
  const { node } = row;
  const used = node.adapters.filter((adapter) => adapter.used);
  return [
    ...used.map((adapter) => ({
      title: `Slot ${adapter.slot.slot}, ${adapter.model}`,
      lines: adapterFormulas(plan, adapter),
    })),
    { title: node.record.name, lines: [...sums(node, used), ...rates(plan, row)] },
  ];
}

function sums(node: PlanNode, used: readonly PlanAdapter[]): FormulaLine[] {
  const inUse = new Set(multichannelOf(node).flatMap((port) => (port.used ? [port.portId] : [])));
  /** Slower ports of a card idle beside its fast ones. */
  const share = ({ ports, ceilingGbps }: PlanAdapter, way: 'send' | 'receive') => {
    const payload = ports.reduce((sum, { id, payloadGbps }) => sum + (inUse.has(id) ? payloadGbps : 0), 0);
    return gbps(Math.min(payload, ceilingGbps[way]));
  };
  const line = (name: string, way: 'send' | 'receive', result: number): FormulaLine => ({
    name,
    formula:
      used.length === 0
        ? 'no running RDMA adapter'
        : `what the ports in use of each adapter can: ${used.map((adapter) => share(adapter, way)).join(' + ')}`,
    result: gbps(result),
    page: 'node-rate',
  });
  return [line('Receives', 'receive', node.receiveGbps), line('Sends', 'send', node.sendGbps)];
}

function rates({ flow }: Plan, { rate }: DeliveredRow & { kind: 'node' }): FormulaLine[] {
  const whole: FormulaLine = {
    name: 'Rate of the design',
    formula: `maximum flow, held by ${flow.bottleneckText || 'nothing'}`,
    result: `${gbps(flow.rateGbps)} Gb/s, ${gigabytes(flow.rateGbps)} GB/s`,
    page: 'flow',
    decides: true,
  };
  if (rate === null) return [whole];
  return [
    {
      name: 'Delivers alone',
      formula: 'maximum flow from this node to all others',
      result: gbps(rate.alone),
      page: 'flow',
    },
    {
      name: 'Delivers with all',
      formula: 'its even share when all deliver at once; what others cannot use is shared on',
      result: gbps(rate.together),
      page: 'flow',
    },
    whole,
  ];
}

function ratioFormula(row: DeliveredRow & { kind: 'switch' | 'trunk' }): FormulaPart {
  const [above, below] =
    row.kind === 'switch'
      ? [row.load.hostGbps, row.load.uplinkGbps]
      : [row.load.demandGbps ?? 0, row.load.capacityGbps];
  const words = row.kind === 'switch' ? ['to nodes', 'to switches'] : ['wanted', 'there'];
  return {
    title: row.name,
    lines: [
      {
        name: 'Oversubscription',
        formula: `${gbps(above)} Gb/s ${words[0]} / ${gbps(below)} Gb/s ${words[1]}`,
        result: row.load.ratio === null ? 'none' : `${row.load.ratio.toFixed(2)} : 1`,
        page: 'oversubscription',
        decides: true,
      },
    ],
  };
}

/** One port of a node and what SMB Multichannel does with it. */
export interface ChoiceLine {
  readonly id: string;
  readonly name: string;
  readonly used: boolean;
  readonly reason: string;
}

/** SMB Multichannel's choice on a node, the ports in use first. */
export function choiceLines(plan: Plan, nodeId: string): readonly ChoiceLine[] {
  const node = must(plan.nodeById.get(nodeId as never), 'node of a row');
  const lines = multichannelOf(node).map(({ portId, name, used, reason }) => ({
    id: portId,
    name,
    used,
    reason,
  }));
  return [...lines.filter(({ used }) => used), ...lines.filter(({ used }) => !used)];
}
