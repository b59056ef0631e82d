import type { PartId } from '../lib/ids.ts';
import type { Evaluation } from './evaluate.ts';
import type { Ground } from './options.ts';
import type { SizeFigures } from './types.ts';

/** What one giving node delivers after the worst of the failures to survive, Gb/s. */
export function survivedGbps(evaluation: Evaluation, { kinds }: Pick<Ground, 'kinds'>): number {
  const after = kinds.flatMap((kind) => evaluation.after(kind)?.toAllGbps ?? []);
  return Math.min(evaluation.perServerGbps, ...after);
}

/** The figures of a row: those of its design, beside what is asked and what the user pays. */
export function figuresOf(evaluation: Evaluation, ground: Ground): SizeFigures {
  const { totals, flow, perServerGbps, pieces } = evaluation;
  const needed = ground.need.withGrowth;
  const worst = evaluation.worst();
  const survived = survivedGbps(evaluation, ground) / 8;
  const prices = new Map<PartId, number>(ground.request.prices.map(({ partId, price }) => [partId, price]));
  const priced = sumKnown(pieces, ({ partId }) => (partId === null ? null : (prices.get(partId) ?? null)));
  const drawn = sumKnown(
    pieces.filter(({ network }) => network),
    ({ watts }) => watts,
  );
  return {
    adapters: totals.adapters,
    portsCabled: totals.portsCabled,
    switches: totals.switches,
    switchPortsUsed: totals.switchPortsUsed,
    switchPortsFree: totals.switchPortsFree,
    cables: totals.cables,
    transceivers: totals.transceivers,
    clusterGBps: flow.rateGbps / 8,
    perServerGBps: perServerGbps / 8,
    neededGBps: needed,
    worstPerServerGBps: (worst?.perServerGbps ?? perServerGbps) / 8,
    worstPerServerLabel: worst?.label ?? '',
    worstIsShared: worst?.isShared ?? false,
    cutOffLabel: evaluation.cuttingOff()?.label ?? '',
    worstClusterGBps: flow.worstCase.rateGbps / 8,
    worstFailed: flow.worstCase.failed,
    worstLabel: flow.worstCase.failedLabel,
    survivedPerServerGBps: survived,
    headroomPercent: (survived / needed - 1) * 100,
    oversubscription: flow.oversubscription,
    rackUnits: totals.rackUnits,
    watts: drawn.sum,
    wattsUnknown: drawn.unknown,
    price: priced.sum,
    priceUnknown: priced.unknown,
    findings: evaluation.findings,
  };
}

function sumKnown(
  pieces: Evaluation['pieces'],
  valueOf: (piece: Evaluation['pieces'][number]) => number | null,
): { readonly sum: number; readonly unknown: number } {
  let [sum, unknown] = [0, 0];
  for (const piece of pieces) {
    const value = valueOf(piece);
    if (value === null) unknown += piece.quantity;
    else sum += value * piece.quantity;
  }
  return { sum, unknown };
}
