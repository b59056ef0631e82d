import type { Flow } from '../types.ts';
import { EPSILON } from './max-flow.ts';
import type { Solver } from './solve-model.ts';
import type { FlowInput } from './types.ts';
import { nameBottleneck, nameRemoval } from './words.ts';

/**
 * How fast storage can move from the file servers to the Hyper-V nodes (hyper-converged: among all), what holds
 * it back, and what is left after the worst single failure. Rates are payload, Gb/s, reading.
 */
export function computeFlow(input: FlowInput, solve: Solver): Flow {
  const clusters = input.clusters.map(({ record, nodes }) => ({
    id: record.id,
    kind: record.kind,
    sendGbps: nodes.reduce((sum, node) => sum + node.sendGbps, 0),
    receiveGbps: nodes.reduce((sum, node) => sum + node.receiveGbps, 0),
  }));
  const supply = clusters.reduce(
    (sum, cluster) => sum + (cluster.kind === 'hyper-v' ? 0 : cluster.sendGbps),
    0,
  );
  const demand = clusters.reduce(
    (sum, cluster) => sum + (cluster.kind === 'file-server' ? 0 : cluster.receiveGbps),
    0,
  );
  const oversubscription = supply > 0 && demand > 0 ? demand / supply : null;
  return { ...rate(input, solve, supply > 0 && demand > 0), oversubscription, clusters };
}

/** Why nothing flows. */
export const NO_SIDES = 'There is no running RDMA adapter on both the giving and the taking side';
export const NO_PATH = 'No storage network joins a node that gives with one that takes';

type Rate = Pick<Flow, 'rateGbps' | 'bottleneck' | 'bottleneckText' | 'worstCase'>;

function rate(input: FlowInput, solve: Solver, bothSides: boolean): Rate {
  if (!bothSides) return noRate(NO_SIDES);
  const { model, solved, cut } = solve(input);
  const { base, worst: findWorst } = solved;
  if (base.rate <= EPSILON) return noRate(NO_PATH);
  const bottleneck = nameBottleneck(cut, input);
  const worst = findWorst();
  const failed = worst && nameRemoval(model, worst.removal, input);
  return {
    rateGbps: base.rate,
    bottleneck: bottleneck.ids,
    bottleneckText: bottleneck.text,
    worstCase: {
      rateGbps: worst?.rate ?? base.rate,
      failed: failed?.ids[0] ?? null,
      failedLabel: failed?.text ?? '',
    },
  };
}

function noRate(bottleneckText: string): Rate {
  return {
    rateGbps: 0,
    bottleneck: [],
    bottleneckText,
    worstCase: { rateGbps: 0, failed: null, failedLabel: '' },
  };
}
