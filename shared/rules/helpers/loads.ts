import type { LoadResult } from '../../plan/index.ts';
import { round1 } from '../words.ts';

/** `reads 12.5 Gb/s and gets 9.8`, of the direction that is shortest; `factor` is what the load has grown to. */
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
  return `${worst.doing} ${round1(worst.asked)} Gb/s and gets ${round1(worst.given)} Gb/s`;
}
