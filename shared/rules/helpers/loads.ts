import { preciseGigabytes } from '../../lib/numbers.ts';
import type { LoadResult } from '../../plan/index.ts';

/** `reads 1.56 GB/s and gets 1.23 GB/s`, of the direction that is shortest; `factor` is what the load has grown to. */
export function shortage(
  { readGbps, writeGbps }: LoadResult,
  rate: LoadResult['rateGbps'],
  factor: number,
): string {
  const ways = [
    { doing: 'reads', asked: readGbps * factor, given: rate.read },
    { doing: 'writes', asked: writeGbps * factor, given: rate.write },
  ].filter(({ asked }) => asked > 0);
  const worst = ways.reduce((x, y) => (y.given / y.asked < x.given / x.asked ? y : x));
  // Two decimals, as the list of loads has them; more where those would make what falls short look like enough.
  const digits = [2, 3, 4, 5].find((count) => text(worst.asked, count) !== text(worst.given, count)) ?? 6;
  return `${worst.doing} ${text(worst.asked, digits)} and gets ${text(worst.given, digits)}`;
}

function text(rateGbps: number, digits: number): string {
  return `${preciseGigabytes(rateGbps, digits)} GB/s`;
}
