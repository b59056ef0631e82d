import { grouped, headroomText, preciseGigabytes } from '../../shared/lib/numbers.ts';
import type { Cluster } from '../../shared/model/index.ts';
import { loadOf, loadRates, type LoadResult, type Plan } from '../../shared/plan/index.ts';
import type { FormulaLine } from './formulas.ts';
import type { Column } from './table.ts';

/** A cluster that runs virtual machines; without a result nobody has described its load. */
export interface LoadRow {
  readonly cluster: Cluster;
  readonly result: LoadResult | null;
  /** What its worst single failure is called. */
  readonly worst: string;
}

/** Every cluster that runs virtual machines, with its load where it is known. */
export function loadRows(plan: Plan): readonly LoadRow[] {
  const results = new Map(loadOf(plan).map((result) => [result.clusterId, result]));
  return plan.clusters
    .filter(({ record }) => record.kind !== 'file-server')
    .map(({ record }) => ({
      cluster: record,
      result: results.get(record.id) ?? null,
      worst: plan.flow.worstCase.failedLabel,
    }));
}

type Headroom = keyof LoadResult['headroomPercent'];

function headroom(id: Headroom, label: string): Column<LoadRow> {
  return {
    id,
    label,
    value: ({ result }) => (result ? Math.round(result.headroomPercent[id] * 10) / 10 : null),
    text: ({ result }) => (result ? headroomText(result.headroomPercent[id]) : ''),
    align: 'end',
    width: '92px',
  };
}

function rate(id: string, label: string, of: (result: LoadResult) => number): Column<LoadRow> {
  return {
    id,
    label,
    unit: 'GB/s',
    value: ({ result }) => (result ? Number((of(result) / 8).toFixed(3)) : null),
    text: ({ result }) => (result ? preciseGigabytes(of(result)) : ''),
    align: 'end',
    width: '76px',
  };
}

export const LOAD_COLUMNS: readonly Column<LoadRow>[] = [
  { id: 'cluster', label: 'Cluster', value: ({ cluster }) => cluster.name, width: '230px' },
  {
    id: 'iops',
    label: 'IOPS',
    value: ({ result }) => result?.iops ?? null,
    text: ({ result }) => (result ? grouped(result.iops) : ''),
    align: 'end',
    width: '84px',
  },
  rate('read', 'Reads', ({ readGbps }) => readGbps),
  rate('write', 'Writes', ({ writeGbps }) => writeGbps),
  rate('perNode', 'Per node', ({ perNodeGbps }) => perNodeGbps),
  rate('canRead', 'Can read', ({ rateGbps }) => rateGbps.read),
  rate('canWrite', 'Can write', ({ rateGbps }) => rateGbps.write),
  headroom('now', 'Headroom'),
  headroom('grown', 'Grown'),
  headroom('failed', 'After failure'),
  headroom('grownAndFailed', 'At worst'),
];

/** How load and headroom come about, in the direction where it is scarcer. */
export function loadFormulas({ cluster, result, worst }: LoadRow): readonly FormulaLine[] {
  const { load } = cluster;
  if (!load || !result) return [];
  const { rateGbps, failedRateGbps, growthPercent, headroomPercent } = result;
  const asked = { read: result.readGbps, write: result.writeGbps };
  const grown = 1 + growthPercent / 100;
  const scarcer = (rates: typeof rateGbps): 'read' | 'write' =>
    rates.read * asked.write <= rates.write * asked.read ? 'read' : 'write';
  const line = (name: string, id: Headroom, rates: typeof rateGbps, factor: number): FormulaLine => {
    const way = scarcer(rates);
    const growth = factor === 1 ? '' : ` x ${Number(factor.toFixed(2))}`;
    const verb = way === 'read' ? 'reading' : 'writing';
    return {
      name,
      formula: `${verb}: ${storage(rates[way])} / (${storage(asked[way])}${growth}) - 1`,
      result: headroomText(headroomPercent[id]),
      page: 'load',
      decides: id === 'grownAndFailed',
    };
  };
  const after = worst === '' ? 'After failure' : `Without ${worst}`;
  return [
    ...load.vms.map((vm): FormulaLine => {
      const { read, write } = loadRates({ vms: [vm], growthPercent: 0 });
      return {
        name: vm.name,
        formula: `${vm.count} x ${vm.iops} IOPS x ${vm.blockKiB} KiB, ${vm.readShare} % reads`,
        result: `${storage(read)} read, ${storage(write)} written`,
        page: 'load',
      };
    }),
    {
      name: 'Of each node',
      formula: `(${storage(asked.read)} + ${storage(asked.write)}) / ${result.nodes} nodes`,
      result: storage(result.perNodeGbps),
      page: 'load',
    },
    line('Headroom', 'now', rateGbps, 1),
    line('Grown', 'grown', rateGbps, grown),
    line(after, 'failed', failedRateGbps, 1),
    line('At worst: both', 'grownAndFailed', failedRateGbps, grown),
  ];
}

/** Gb/s as GB/s like the columns, unit included: `4.88 GB/s`. */
function storage(rateGbps: number): string {
  return `${preciseGigabytes(rateGbps)} GB/s`;
}
