import type { Plan } from '../../shared/plan/index.ts';
import { gbps } from './numbers.ts';
import { lowerLimit } from './plan-json.ts';
import { columns, table } from './table.ts';

/** The plan for people. */
export function planText(plan: Plan): string {
  const { totals, flow } = plan;
  const counts: (readonly [string, string | number])[] = [
    ['Nodes', totals.nodes],
    ['Adapters', totals.adapters],
    ['Adapter ports', totals.adapterPorts],
    ['Ports cabled', totals.portsCabled],
    ['Switches', totals.switches],
    ['Switch ports used', totals.switchPortsUsed],
    ['Switch ports free', totals.switchPortsFree],
    ['Cables', totals.cables],
    ['Transceivers', totals.transceivers],
    ['Rack units', totals.rackUnits ?? 'not known'],
  ];
  const cables = plan.cables.map((group) => [
    group.qty,
    group.partId ?? 'none found',
    group.medium,
    group.connectorA,
    group.connectorB,
    `${group.lengthM} m`,
  ]);
  const adapters = plan.adapters.map((adapter) => [
    adapter.id,
    adapter.model,
    adapter.link ? `Gen${adapter.link.gen} x${adapter.link.lanes}` : 'not known',
    gbps(adapter.portPayloadGbps),
    gbps(adapter.ceilingGbps.send),
    gbps(adapter.ceilingGbps.receive),
    lowerLimit(adapter),
  ]);
  const rates = [
    `File servers to Hyper-V nodes: ${gbps(flow.rateGbps)} Gb/s (${(flow.rateGbps / 8).toFixed(2)} GB/s). ${flow.bottleneckText}`,
    `After the worst single failure: ${gbps(flow.worstCase.rateGbps)} Gb/s${flow.worstCase.failed === null ? '' : ` (${flow.worstCase.failedLabel})`}`,
  ];
  return [
    columns(counts),
    table(['qty', 'cable', 'medium', 'end a', 'end b', 'length'], cables),
    table(
      ['adapter', 'model', 'pcie link', 'ports Gb/s', 'send Gb/s', 'receive Gb/s', 'limited by'],
      adapters,
    ),
    `${rates.join('\n')}\n`,
  ].join('\n\n');
}
