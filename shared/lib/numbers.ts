/** A whole number in groups of three: `1,200,000`. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Percent above what is needed: `+24 %`, `−7 %`, `> 999 %`; close to it with a decimal, so that short by little is still short. */
export function headroomText(value: number): string {
  const size = Math.abs(value);
  if (value > 999) return '> 999 %';
  const text = size >= 0.05 && size < 1 ? size.toFixed(1) : String(Math.round(size));
  if (value < 0 && size < 0.05) return '−0.0 %';
  return value < 0 ? `−${text} %` : `+${text} %`;
}

/** Gb/s as GB/s with two decimals, `4.88`: a load can be small beside what a network carries. */
export function preciseGigabytes(rateGbps: number, digits = 2): string {
  return (rateGbps / 8).toFixed(digits);
}
