/** A rate in Gb/s with one decimal: `52.9`. */
export function gbps(rate: number): string {
  return rate.toFixed(1);
}

/** The same rate in GB/s, one decimal: `6.6`. */
export function gigabytes(rateGbps: number): string {
  return (rateGbps / 8).toFixed(1);
}

/** A length without needless zeros: `2.5`. */
export function metres(length: number): string {
  return String(Math.round(length * 100) / 100);
}

/** `1 node`, `2 nodes`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
