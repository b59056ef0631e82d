import { must } from '../lib/assert.ts';
import type { ClusterId } from '../lib/ids.ts';
import type { Cluster, ClusterLoad } from '../model/index.ts';
import { buildGraph } from './flow/graph.ts';
import { perPlan } from './flow/memo.ts';
import { buildFlowModel } from './flow/model.ts';
import { solve } from './flow/solve.ts';
import { greatestFlow } from './flow/greatest-flow.ts';
import type { Question } from './flow/types.ts';
import type { Variant } from './flow/variants.ts';
import type { Plan } from './types.ts';

/** A rate in both directions of storage, Gb/s. */
export interface ReadWrite {
  readonly read: number;
  readonly write: number;
}

/** What the virtual machines of one cluster ask of storage, and what it has for them. Rates are Gb/s. */
export interface LoadResult {
  readonly clusterId: ClusterId;
  readonly nodes: number;
  /** Operations a second of all its virtual machines. */
  readonly iops: number;
  readonly readGbps: number;
  readonly writeGbps: number;
  /** Both directions of one node, when the virtual machines are spread evenly. */
  readonly perNodeGbps: number;
  readonly growthPercent: number;
  /** What the fabric leaves this cluster when the other clusters with a load get theirs. */
  readonly rateGbps: ReadWrite;
  /** The same without the component whose loss costs the plan most (`plan.flow.worstCase`). */
  readonly failedRateGbps: ReadWrite;
  /**
   * By how much the rate is above the load, percent of the load, in the direction where it is scarcer; negative when
   * it falls short.
   */
  readonly headroomPercent: {
    readonly now: number;
    readonly grown: number;
    readonly failed: number;
    readonly grownAndFailed: number;
  };
}

/** Bits of one KiB, and of a Gb: sizes of operations are powers of two, rates are decimal. */
const KIB = 1024 * 8;
const GIGA = 1e9;
const ROUNDING_PERCENT = 1e-9;

/** The storage traffic of virtual machines: IOPS times block size, Gb/s. */
export function loadRates({ vms }: ClusterLoad): ReadWrite & { readonly iops: number } {
  let [iops, read, write] = [0, 0, 0];
  for (const { count, iops: each, blockKiB, readShare } of vms) {
    const operations = count * each;
    const rate = (operations * blockKiB * KIB) / GIGA;
    iops += operations;
    read += (rate * readShare) / 100;
    write += (rate * (100 - readShare)) / 100;
  }
  return { iops, read, write };
}

/**
 * Load and headroom of every cluster that runs virtual machines and has a load, in the order of the plan. Both
 * directions are full duplex, each with its own flow: reads go from storage to the node, writes the other way.
 * Careful: all of the load of a hyper-converged cluster is taken to cross the network.
 */
export const loadOf: (plan: Plan) => readonly LoadResult[] = perPlan((plan) => {
  const loaded = plan.clusters.flatMap(({ record, nodes }) =>
    record.load && record.kind !== 'file-server' ? [{ record, nodes, load: record.load }] : [],
  );
  if (loaded.length === 0) return [];
  const asked = new Map(loaded.map(({ record, load }) => [record.id, loadRates(load)]));
  const { failed } = plan.flow.worstCase;
  const whole = createRates(plan, new Set(), asked);
  const broken = failed === null ? whole : createRates(plan, new Set([failed]), asked);
  return loaded.map(({ record, nodes, load }) => {
    const rates = loadRates(load);
    const { growthPercent } = load;
    const [rateGbps, failedRateGbps] = [whole(record), broken(record)];
    const grown = 1 + growthPercent / 100;
    return {
      clusterId: record.id,
      nodes: nodes.length,
      iops: rates.iops,
      readGbps: rates.read,
      writeGbps: rates.write,
      perNodeGbps: nodes.length > 0 ? (rates.read + rates.write) / nodes.length : 0,
      growthPercent,
      rateGbps,
      failedRateGbps,
      headroomPercent: {
        now: headroom(rateGbps, rates, 1),
        grown: headroom(rateGbps, rates, grown),
        failed: headroom(failedRateGbps, rates, 1),
        grownAndFailed: headroom(failedRateGbps, rates, grown),
      },
    };
  });
});

function headroom(rate: ReadWrite, load: ReadWrite, factor: number): number {
  const above = (way: keyof ReadWrite) =>
    load[way] > 0 ? (rate[way] / (load[way] * factor) - 1) * 100 : Infinity;
  const least = Math.min(above('read'), above('write'));
  // What differs by rounding alone falls short of nothing.
  return Math.abs(least) < ROUNDING_PERCENT ? 0 : least;
}

/** Tells what is left for one cluster when the others move what they ask for. */
function createRates(
  plan: Plan,
  lost: Question['lost'],
  asked: ReadonlyMap<ClusterId, ReadWrite>,
): (cluster: Cluster) => ReadWrite {
  const read = createRate(plan, { lost, way: 'read' }, asked);
  const write = createRate(plan, { lost, way: 'write' }, asked);
  return (cluster) => ({ read: read(cluster), write: write(cluster) });
}

function createRate(
  plan: Plan,
  question: Question,
  asked: ReadonlyMap<ClusterId, ReadWrite>,
): (cluster: Cluster) => number {
  const { way, lost } = question;
  const model = buildFlowModel(plan, question);
  const { limits } = solve(model, null);
  /** The machines of a node that is lost run on the others of its cluster. */
  const sizes = new Map(
    plan.clusters.map(({ record, nodes }) => [record.id, nodes.filter(({ id }) => !lost.has(id)).length]),
  );
  /** The greatest flow when each cluster moves no more than it wants, spread evenly over its nodes. */
  const served = (wants: ReadonlyMap<ClusterId, number>): number => {
    const want = ({ group, count }: Variant) => {
      const id = must(model.groups[group]?.members[0], 'member of a group').cluster.id;
      return ((wants.get(id) ?? 0) * count) / (sizes.get(id) ?? 1);
    };
    const give = (index: number) => limits.get(index)?.give ?? Infinity;
    const take = (index: number) => limits.get(index)?.take ?? Infinity;
    const graph = buildGraph(model, null, {
      give: (variant, index) => (way === 'write' ? Math.min(give(index), want(variant)) : give(index)),
      take: (variant, index) => (way === 'read' ? Math.min(take(index), want(variant)) : take(index)),
    });
    return greatestFlow(graph).rate;
  };
  return ({ id }) => {
    const others = [...asked].flatMap(([other, load]) => (other === id ? [] : [[other, load[way]] as const]));
    const all = served(new Map([...others, [id, Infinity] as const]));
    return Math.max(0, all - (others.length > 0 ? served(new Map(others)) : 0));
  };
}
