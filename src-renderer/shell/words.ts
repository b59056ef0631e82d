import type { Plan } from '../../shared/plan/index.ts';

/** `1 node`, `8 nodes`. */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Gb/s of a link as GB/s, one decimal: what storage people compare. */
export function gigabytes(gbps: number): string {
  return `${(gbps / 8).toFixed(1)} GB/s`;
}

/** Between whom storage moves: `from file servers to Hyper-V nodes`. */
export function flowEnds(clusters: Plan['flow']['clusters']): string {
  const has = (kind: Plan['flow']['clusters'][number]['kind']) =>
    clusters.some((cluster) => cluster.kind === kind);
  const ends = [
    has('file-server') && has('hyper-v') ? 'from file servers to Hyper-V nodes' : '',
    has('hyper-converged') ? 'among hyper-converged nodes' : '',
  ].filter(Boolean);
  return ends.length > 0 ? ends.join(' and ') : 'from those that give storage to those that take it';
}
