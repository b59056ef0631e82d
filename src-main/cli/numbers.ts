/** Rates leave with three decimals: a thousandth of a Gb/s is far below what the formulas can promise. */
export function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** A rate for people: one decimal. */
export function gbps(value: number): string {
  return value.toFixed(1);
}
