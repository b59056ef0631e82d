/** `1 node`, `8 nodes`. */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Gb/s of a link as GB/s, one decimal: what storage people compare. */
export function gigabytes(gbps: number): string {
  return `${(gbps / 8).toFixed(1)} GB/s`;
}
