import { must } from '../../lib/assert.ts';
import type { SwitchId } from '../../lib/ids.ts';
import type { Graph } from './max-flow.ts';
import type { FlowGroup, FlowModel, PortPlace, Trunk } from './types.ts';
import { splitGroups, trunkCount, type Change, type Variant } from './variants.ts';

/** What an edge with a finite capacity stands for. */
export type EdgeTag =
  | {
      readonly kind: 'adapter';
      readonly group: number;
      readonly adapter: number;
      readonly direction: 'send' | 'receive';
    }
  | ({ readonly kind: 'port' } & PortPlace)
  | { readonly kind: 'trunk'; readonly trunk: number }
  | { readonly kind: 'forward'; readonly fabric: number }
  | { readonly kind: 'self'; readonly group: number };

/** A variant with its two vertices. */
export interface PlacedVariant extends Variant {
  readonly out: number;
  readonly into: number;
}

/**
 * Edges that share a capacity: the networks on a cable between switches in one direction, or on a switch that does not
 * forward all its ports can take. Each edge has its part of it as its own capacity, at first an even one.
 */
export interface Bundle {
  readonly capacity: number;
  readonly edges: readonly number[];
}

export interface FlowGraph extends Graph {
  /** Per edge; null for an edge without a limit. */
  readonly tags: readonly (EdgeTag | null)[];
  readonly variants: readonly PlacedVariant[];
  /** Those of more than one edge. */
  readonly bundles: readonly Bundle[];
  /** By place of the variant: the vertex its share arrives at; before `out` where that has a limit of its own. */
  readonly gates: readonly number[];
}

export const SOURCE = 0;
export const SINK = 1;
/** Fabric `f` of the model is vertex `f + FIRST_FABRIC`. */
export const FIRST_FABRIC = 2;

/** What a variant may give to and take from the network in all; 0 leaves it out. */
export interface Terminals {
  readonly give: (variant: Variant, index: number) => number;
  readonly take: (variant: Variant, index: number) => number;
  /** What it is let give of that; without it, all. */
  readonly share?: (variant: Variant, index: number) => number;
}

/** Everybody gives and takes without a limit of their own. */
export const EVERYBODY: Terminals = { give: () => Infinity, take: () => Infinity };

/**
 * The graph of the model without the removed component: source, nodes that give, their adapters, ports,
 * switches, then the same backwards to the nodes that take, and the sink. A node that does both is there twice.
 */
export function buildGraph(model: FlowModel, change: Change | null, terminals: Terminals): FlowGraph {
  const builder = new Builder(model, change);
  builder.addForwarding();
  builder.variants.forEach((variant, i) => builder.addVariant(variant, terminals, i));
  model.trunks.forEach((trunk, i) => builder.addTrunk(trunk, i, trunkCount(model, change, i)));
  return builder;
}

interface AdapterVertices {
  readonly sender: number;
  readonly receiver: number;
}

class Builder implements FlowGraph {
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly capacity: number[] = [];
  readonly tags: (EdgeTag | null)[] = [];
  readonly variants: readonly PlacedVariant[];
  readonly bundles: Bundle[] = [];
  readonly gates: number[] = [];
  vertexCount: number;
  private readonly model: FlowModel;
  /** Of groups with one member, by group: the vertices of adapters, by place. */
  private readonly adaptersOfSingles: AdapterVertices[][] = [];
  /** By group: the ports in use. Only cables between nodes ask for them. */
  private used: ReadonlyMap<number, ReadonlySet<string>> | null = null;
  /** By fabric: where frames leave the switch; the vertex they enter at unless it forwards less than its ports. */
  private readonly exits: number[];

  constructor(model: FlowModel, change: Change | null) {
    this.model = model;
    this.vertexCount = FIRST_FABRIC + model.fabrics.length;
    this.exits = model.fabrics.map((_, fabric) => FIRST_FABRIC + fabric);
    this.variants = splitGroups(model, change).map(({ group, count, hit, adapters }) => ({
      group,
      count,
      hit,
      adapters,
      out: this.vertex(),
      into: this.vertex(),
    }));
  }

  addVariant(variant: PlacedVariant, terminals: Terminals, index: number): void {
    const group = this.model.groups[variant.group];
    if (!group || variant.adapters.length === 0) return;
    const self = { kind: 'self', group: variant.group } as const;
    this.gates[index] = variant.out;
    if (group.supply) {
      const [most, share] = [terminals.give(variant, index), terminals.share?.(variant, index) ?? Infinity];
      if (most < Infinity && share < Infinity) {
        const gate = this.vertex();
        this.gates[index] = gate;
        this.add(SOURCE, gate, share, null);
        this.add(gate, variant.out, most, self);
      } else this.add(SOURCE, variant.out, Math.min(most, share), self);
    }
    if (group.demand) this.add(variant.into, SINK, terminals.take(variant, index), self);
    // Ties both copies of a node together, so that equals are equal in both roles. It carries nothing.
    this.tie(variant.out, variant.into);
    for (const used of variant.adapters) this.addAdapter(variant, group, used);
  }

  addForwarding(): void {
    const limited = new Map<SwitchId, number[]>();
    for (const [fabric, { switchId, forward }] of this.model.fabrics.entries()) {
      if (forward === null) continue;
      this.exits[fabric] = this.vertex();
      const row = limited.get(switchId);
      if (row) row.push(fabric);
      else limited.set(switchId, [fabric]);
    }
    for (const fabrics of limited.values()) {
      const forward = must(this.model.fabrics[must(fabrics[0], 'a fabric')], 'a fabric').forward ?? 0;
      if (forward <= 0) continue;
      const first = this.from.length;
      for (const fabric of fabrics)
        this.push(FIRST_FABRIC + fabric, this.exitOf(fabric), forward / fabrics.length, {
          kind: 'forward',
          fabric,
        });
      this.bundle(first, forward);
    }
  }

  addTrunk({ pairs, capacity }: Trunk, trunk: number, count: number): void {
    const whole = count * capacity;
    if (whole <= 0) return;
    const tag = { kind: 'trunk', trunk } as const;
    const along = this.from.length;
    for (const pair of pairs)
      this.push(this.exitOf(pair[0]), FIRST_FABRIC + pair[1], whole / pairs.length, tag);
    this.bundle(along, whole);
    const back = this.from.length;
    for (const pair of pairs)
      this.push(this.exitOf(pair[1]), FIRST_FABRIC + pair[0], whole / pairs.length, tag);
    this.bundle(back, whole);
  }

  /** Ties the edges from `first` on together: they share a capacity. */
  private bundle(first: number, capacity: number): void {
    const end = this.from.length;
    if (end - first < 2) return;
    const edges = Array.from({ length: end - first }, (_, i) => first + i);
    this.bundles.push({ capacity, edges });
    // Edges are alike only when those they share with are alike too.
    const knot = this.vertex();
    for (const edge of edges) {
      this.tie(this.from[edge] ?? 0, knot);
      this.tie(knot, this.to[edge] ?? 0);
    }
  }

  private exitOf(fabric: number): number {
    return must(this.exits[fabric], 'a fabric');
  }

  private addAdapter(variant: PlacedVariant, group: FlowGroup, used: Variant['adapters'][number]): void {
    const adapter = group.adapters[used.place];
    if (!adapter) return;
    const { sender, receiver } = this.adapterVertices(variant.group, used.place);
    const at = { group: variant.group, adapter: used.place };
    this.add(variant.out, sender, variant.count * adapter.send, {
      kind: 'adapter',
      ...at,
      direction: 'send',
    });
    this.add(receiver, variant.into, variant.count * adapter.receive, {
      kind: 'adapter',
      ...at,
      direction: 'receive',
    });
    this.tie(sender, receiver);
    for (const port of used.ports) {
      const tag = { kind: 'port', ...at, port: adapter.ports.indexOf(port) } as const;
      const capacity = variant.count * port.payload;
      if (port.peer) this.addCable(sender, variant.group, port.peer, capacity, tag);
      else this.addSwitchPort({ sender, receiver }, port.fabrics, capacity, tag);
    }
  }

  /** Between nodes: from this sender to the far receiver; the far node adds the other direction. */
  private addCable(sender: number, own: number, peer: PortPlace, capacity: number, tag: EdgeTag): void {
    this.used ??= new Map(this.variants.map((variant) => [variant.group, this.listUsed(variant)]));
    const far = this.used.get(peer.group);
    if (peer.group === own || !far?.has(`${peer.adapter}/${peer.port}`)) return;
    this.add(sender, this.adapterVertices(peer.group, peer.adapter).receiver, capacity, tag);
  }

  private addSwitchPort(
    ends: AdapterVertices,
    fabrics: readonly number[],
    capacity: number,
    tag: EdgeTag,
  ): void {
    const only = fabrics[0];
    if (only !== undefined && fabrics.length === 1) {
      this.add(ends.sender, FIRST_FABRIC + only, capacity, tag);
      this.add(this.exitOf(only), ends.receiver, capacity, tag);
      return;
    }
    // Several networks share the port: one vertex each way holds them to the port's rate together.
    const [outward, inward] = [this.vertex(), this.vertex()];
    this.add(ends.sender, outward, capacity, tag);
    this.add(inward, ends.receiver, capacity, tag);
    for (const fabric of fabrics) {
      this.add(outward, FIRST_FABRIC + fabric, Infinity, null);
      this.add(this.exitOf(fabric), inward, Infinity, null);
    }
  }

  /** A node alone in its group may have cables to other nodes, which ask for its adapters from their side. */
  private adapterVertices(group: number, adapter: number): AdapterVertices {
    if (this.model.groups[group]?.members.length !== 1)
      return { receiver: this.vertex(), sender: this.vertex() };
    const row = (this.adaptersOfSingles[group] ??= []);
    return (row[adapter] ??= { receiver: this.vertex(), sender: this.vertex() });
  }

  private listUsed({ group, adapters }: Variant): ReadonlySet<string> {
    const all = this.model.groups[group]?.adapters;
    return new Set(
      adapters.flatMap(({ place, ports }) =>
        ports.map((port) => `${place}/${all?.[place]?.ports.indexOf(port) ?? -1}`),
      ),
    );
  }

  private add(from: number, to: number, capacity: number, tag: EdgeTag | null): void {
    if (capacity <= 0) return;
    this.push(from, to, capacity, tag);
  }

  private tie(a: number, b: number): void {
    this.push(a, b, 0, null);
  }

  private push(from: number, to: number, capacity: number, tag: EdgeTag | null): void {
    this.from.push(from);
    this.to.push(to);
    this.capacity.push(capacity);
    this.tags.push(tag);
  }

  private vertex(): number {
    this.vertexCount += 1;
    return this.vertexCount - 1;
  }
}
