import { sortNatural } from '../lib/natural-order.ts';
import type { SizeRequest, Topology } from './request.ts';
import type { NodeShape } from './spec.ts';

/** GB/s for people; two decimals where one would make what falls short look like enough. */
export function shortOf(reached: number, needed: number): string {
  const digits = reached.toFixed(1) === needed.toFixed(1) ? 2 : 1;
  return `${reached.toFixed(digits)} of ${needed.toFixed(digits)} GB/s`;
}

/** What one giving node is called. */
export function serverWord({ nodes }: Pick<SizeRequest, 'nodes'>): string {
  return 'hyperConverged' in nodes ? 'node' : 'file server';
}

/** `2 x 40 GbE`, `2 adapters with 2 x 25 GbE each`. */
export function shapeWords({ adapters, ports }: NodeShape, speedGbps: number): string {
  return adapters === 1
    ? `${ports} x ${speedGbps} GbE`
    : `${adapters} adapters with ${ports} x ${speedGbps} GbE each`;
}

/** `a`, `a and b`, `a, b and 4 more`; each once, in natural order. */
export function listed(names: readonly string[], most = 3): string {
  const all = sortNatural(
    new Set(names),
    (name) => name,
    (name) => name,
  );
  if (all.length > most) return `${all.slice(0, most - 1).join(', ')} and ${all.length - most + 1} more`;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}

/** What stands before "cable" for each medium. */
export const MEDIUM_WORDS: Readonly<Record<SizeRequest['cables']['medium'], string>> = {
  auto: '',
  dac: 'DAC ',
  aoc: 'AOC ',
  multimode: 'multimode ',
  'single-mode': 'single-mode ',
};

/** Topologies as people call them. */
export const TOPOLOGY_WORDS: Readonly<Record<Topology, string>> = {
  direct: 'direct cables',
  'one-switch': 'one switch',
  'switch-pair': 'two switches',
  mesh: 'a mesh without switches',
};

/** What a topology asks of every node. */
export const TOPOLOGY_NEEDS: Readonly<Record<Topology, (request: SizeRequest) => string>> = {
  direct: (request) =>
    'hyperConverged' in request.nodes
      ? 'Two nodes without a switch need two cables'
      : 'A direct cable needs a port in both nodes',
  'one-switch': ({ storageNetworks }) =>
    `${storageNetworks ?? 1} storage network${(storageNetworks ?? 1) === 1 ? '' : 's'} need as many ports in each node`,
  'switch-pair': ({ storageNetworks }) =>
    `Two switches need an even number of ports in each node, ${Math.max(2, storageNetworks ?? 2)} or more`,
  mesh: ({ nodes }) =>
    `A mesh of ${'hyperConverged' in nodes ? nodes.hyperConverged : 0} nodes needs two ports for each other node`,
};
