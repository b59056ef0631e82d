import type { SwitchId } from '../../lib/ids.ts';
import { FIRST_FABRIC, type EdgeTag } from './graph.ts';
import type { Solution } from './solve.ts';
import type { FlowModel, PortPlace } from './types.ts';

/** An amount of each component, all members of a group together, Gb/s. */
export interface Usage {
  readonly nodes: readonly number[];
  readonly trunks: readonly number[];
  readonly adapter: (group: number, adapter: number) => number;
  readonly port: (place: PortPlace) => number;
  readonly switches: ReadonlyMap<SwitchId, number>;
}

/** What flows through each component. */
export function measureFlow(model: FlowModel, { graph, flow }: Solution): Usage {
  const counter = new Counter();
  graph.tags.forEach((tag, edge) => {
    const amount = flow[edge] ?? 0;
    if (amount === 0) return;
    if (tag) counter.add(tag, amount);
    const fabric = model.fabrics[(graph.to[edge] ?? 0) - FIRST_FABRIC];
    if (fabric) addTo(counter.switches, fabric.switchId, amount);
  });
  return counter;
}

/** By how much the bottleneck cut shrinks when a component with everything that hangs on it is gone. */
export function measureCut(model: FlowModel, { graph, reached }: Solution): Usage {
  const counter = new Counter();
  graph.tags.forEach((tag, edge) => {
    const [from, to] = [graph.from[edge] ?? 0, graph.to[edge] ?? 0];
    if (!tag || !reached[from] || reached[to]) return;
    const amount = graph.capacity[edge] ?? 0;
    counter.add(tag, amount);
    if (tag.kind === 'adapter' || tag.kind === 'port')
      counter.nodes[tag.group] = (counter.nodes[tag.group] ?? 0) + amount;
    if (tag.kind === 'port') addAt(counter.adapters, tag.group, tag.adapter, amount);
    for (const vertex of [from, to]) {
      const fabric = model.fabrics[vertex - FIRST_FABRIC];
      if (fabric) addTo(counter.switches, fabric.switchId, amount);
    }
  });
  return counter;
}

class Counter implements Usage {
  readonly nodes: number[] = [];
  readonly trunks: number[] = [];
  /** By group and adapter. */
  readonly adapters: number[][] = [];
  /** By group, adapter and port. */
  readonly ports: number[][][] = [];
  readonly switches = new Map<SwitchId, number>();

  adapter(group: number, adapter: number): number {
    return this.adapters[group]?.[adapter] ?? 0;
  }

  port({ group, adapter, port }: PortPlace): number {
    return this.ports[group]?.[adapter]?.[port] ?? 0;
  }

  add(tag: EdgeTag, amount: number): void {
    switch (tag.kind) {
      case 'self':
        this.nodes[tag.group] = (this.nodes[tag.group] ?? 0) + amount;
        return;
      case 'adapter':
        addAt(this.adapters, tag.group, tag.adapter, amount);
        return;
      case 'port':
        addAt((this.ports[tag.group] ??= []), tag.adapter, tag.port, amount);
        return;
      case 'trunk':
        this.trunks[tag.trunk] = (this.trunks[tag.trunk] ?? 0) + amount;
        return;
      case 'forward':
      // A switch is counted by what enters and leaves its vertices.
    }
  }
}

function addAt(table: number[][], row: number, column: number, amount: number): void {
  const list = (table[row] ??= []);
  list[column] = (list[column] ?? 0) + amount;
}

function addTo<Key>(map: Map<Key, number>, key: Key, amount: number): void {
  map.set(key, (map.get(key) ?? 0) + amount);
}
