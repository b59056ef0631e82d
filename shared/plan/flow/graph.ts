import type { SwitchId } from '../../lib/ids.ts';
import type { Graph } from './max-flow.ts';
import type { FlowGroup, FlowModel, FlowPort, PortPlace } from './types.ts';

/** One component taken out. Of a group it is one member that loses it. */
export type Removal =
  | { readonly kind: 'node'; readonly group: number }
  | { readonly kind: 'adapter'; readonly group: number; readonly adapter: number }
  | ({ readonly kind: 'link' } & PortPlace)
  | { readonly kind: 'trunk'; readonly trunk: number }
  | { readonly kind: 'breakout'; readonly breakout: number }
  | { readonly kind: 'switch'; readonly switchId: SwitchId };

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
  | { readonly kind: 'self'; readonly group: number };

/** Members of a group that have lost the same things: those that lose nothing, and those a failure hits. */
export interface Variant {
  readonly group: number;
  readonly count: number;
  /** What SMB Multichannel uses: the running adapters of the highest line speed. */
  readonly adapters: readonly { readonly place: number; readonly ports: readonly FlowPort[] }[];
  readonly out: number;
  readonly into: number;
}

export interface FlowGraph extends Graph {
  /** Per edge; null for an edge without a limit. */
  readonly tags: readonly (EdgeTag | null)[];
  readonly variants: readonly Variant[];
}

export const SOURCE = 0;
export const SINK = 1;
/** Fabric `f` of the model is vertex `f + FIRST_FABRIC`. */
export const FIRST_FABRIC = 2;

/** What a variant may give to and take from the network in all; 0 leaves it out. */
export interface Terminals {
  readonly give: (variant: Variant, index: number) => number;
  readonly take: (variant: Variant, index: number) => number;
}

/** Everybody gives and takes without a limit of their own. */
export const EVERYBODY: Terminals = { give: () => Infinity, take: () => Infinity };

/**
 * The graph of the model without the removed component: source, nodes that give, their adapters, ports,
 * switches, then the same backwards to the nodes that take, and the sink. A node that does both is there twice.
 */
export function buildGraph(model: FlowModel, removal: Removal | null, terminals: Terminals): FlowGraph {
  const builder = new Builder(model, removal);
  builder.variants.forEach((variant, i) => builder.addVariant(variant, terminals, i));
  model.trunks.forEach((trunk, i) => {
    const cut = countCut(model, removal, i);
    const down = removal?.kind === 'switch' && trunk.switches.includes(removal.switchId);
    const count = down ? 0 : trunk.links.length - cut;
    for (const [a, b] of trunk.pairs)
      builder.addTrunk(FIRST_FABRIC + a, FIRST_FABRIC + b, count * trunk.capacity, i);
  });
  return builder;
}

/** How many links of a trunk are lost. */
function countCut(model: FlowModel, removal: Removal | null, trunk: number): number {
  if (removal?.kind === 'trunk') return removal.trunk === trunk ? 1 : 0;
  if (removal?.kind === 'breakout') return model.breakouts[removal.breakout]?.trunks.get(trunk) ?? 0;
  return 0;
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
  readonly variants: readonly Variant[];
  vertexCount: number;
  private readonly model: FlowModel;
  private readonly removal: Removal | null;
  /** By group, then adapter: the vertices and the adapters in use of groups with one member. */
  private readonly adaptersOfSingles = new Map<number, Map<number, AdapterVertices>>();
  private readonly usedOfSingles: ReadonlyMap<number, ReadonlySet<number>>;

  constructor(model: FlowModel, removal: Removal | null) {
    this.model = model;
    this.removal = removal;
    this.vertexCount = FIRST_FABRIC + model.fabrics.length;
    this.variants = model.groups.flatMap((group, i) => this.split(group, i));
    this.usedOfSingles = new Map(
      this.variants.map((variant) => [variant.group, new Set(variant.adapters.map((used) => used.place))]),
    );
  }

  addVariant(variant: Variant, terminals: Terminals, index: number): void {
    const group = this.model.groups[variant.group];
    if (!group || variant.adapters.length === 0) return;
    const self = { kind: 'self', group: variant.group } as const;
    if (group.supply) this.add(SOURCE, variant.out, terminals.give(variant, index), self);
    if (group.demand) this.add(variant.into, SINK, terminals.take(variant, index), self);
    // Ties both copies of a node together, so that equals are equal in both roles. It carries nothing.
    this.tie(variant.out, variant.into);
    for (const used of variant.adapters) this.addAdapter(variant, group, used);
  }

  addTrunk(a: number, b: number, capacity: number, trunk: number): void {
    this.add(a, b, capacity, { kind: 'trunk', trunk });
    this.add(b, a, capacity, { kind: 'trunk', trunk });
  }

  private addAdapter(variant: Variant, group: FlowGroup, used: Variant['adapters'][number]): void {
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
    const far = this.usedOfSingles.get(peer.group);
    if (peer.group === own || !far?.has(peer.adapter)) return;
    this.add(sender, this.adapterVertices(peer.group, peer.adapter).receiver, capacity, tag);
  }

  private addSwitchPort(
    ends: AdapterVertices,
    fabrics: readonly number[],
    capacity: number,
    tag: EdgeTag,
  ): void {
    const [only, ...more] = fabrics;
    if (only !== undefined && more.length === 0) {
      this.add(ends.sender, FIRST_FABRIC + only, capacity, tag);
      this.add(FIRST_FABRIC + only, ends.receiver, capacity, tag);
      return;
    }
    // Several networks share the port: one vertex each way holds them to the port's rate together.
    const [outward, inward] = [this.vertex(), this.vertex()];
    this.add(ends.sender, outward, capacity, tag);
    this.add(inward, ends.receiver, capacity, tag);
    for (const fabric of fabrics) {
      this.add(outward, FIRST_FABRIC + fabric, Infinity, null);
      this.add(FIRST_FABRIC + fabric, inward, Infinity, null);
    }
  }

  /** A node alone in its group may have cables to other nodes, which ask for its adapters from their side. */
  private adapterVertices(group: number, adapter: number): AdapterVertices {
    if (this.model.groups[group]?.members.length !== 1)
      return { receiver: this.vertex(), sender: this.vertex() };
    const row = this.adaptersOfSingles.get(group) ?? new Map<number, AdapterVertices>();
    this.adaptersOfSingles.set(group, row);
    const vertices = row.get(adapter) ?? { receiver: this.vertex(), sender: this.vertex() };
    row.set(adapter, vertices);
    return vertices;
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

  private split(group: FlowGroup, index: number): Variant[] {
    const hits = this.hitsOf(index);
    const whole = group.members.length - hits.reduce((sum, { count }) => sum + count, 0);
    const variants: Variant[] = [];
    if (whole > 0) variants.push(this.variant(group, index, whole, keepsAll));
    for (const { count, loses } of hits) {
      if (loses !== null) variants.push(this.variant(group, index, count, loses));
    }
    return variants;
  }

  /** Members of a group that lose something of their own; `loses` is null where they are gone as a whole. */
  private hitsOf(group: number): readonly Hit[] {
    const { removal } = this;
    switch (removal?.kind) {
      case 'node':
        return removal.group === group ? [{ count: 1, loses: null }] : [];
      case 'adapter':
      case 'link':
        return removal.group === group ? [{ count: 1, loses: (place) => takes(removal, place) }] : [];
      case 'breakout':
        return (this.model.breakouts[removal.breakout]?.losses ?? [])
          .filter((loss) => loss.group === group)
          .map(({ members, ports }) => ({
            count: members.length,
            loses: (place) =>
              ports.some((lost) => lost.adapter === place.adapter && lost.port === place.port),
          }));
      default:
        return [];
    }
  }

  private variant(group: FlowGroup, index: number, count: number, loses: Loses): Variant {
    const running = group.adapters.map((adapter, place) => ({
      place,
      ports: adapter.ports.filter(
        (port, i) => this.runs(port) && !loses({ group: index, adapter: place, port: i }),
      ),
    }));
    const speed = (ports: readonly FlowPort[]) => Math.max(0, ...ports.map((port) => port.speed));
    const best = Math.max(0, ...running.map((adapter) => speed(adapter.ports)));
    const adapters = best === 0 ? [] : running.filter((adapter) => speed(adapter.ports) === best);
    return { group: index, count, adapters, out: this.vertex(), into: this.vertex() };
  }

  /** Whether what a port leads to is still there. */
  private runs(port: FlowPort): boolean {
    const { removal } = this;
    if (removal?.kind === 'switch') return port.switchId !== removal.switchId;
    return port.peer === null || removal === null || !takes(removal, port.peer);
  }
}

type Loses = (place: PortPlace) => boolean;

interface Hit {
  readonly count: number;
  readonly loses: Loses | null;
}

function keepsAll(): boolean {
  return false;
}

/** True when the removal takes this very port away. */
function takes(removal: Removal, place: PortPlace): boolean {
  switch (removal.kind) {
    case 'node':
      return removal.group === place.group;
    case 'adapter':
      return removal.group === place.group && removal.adapter === place.adapter;
    case 'link':
      return (
        removal.group === place.group && removal.adapter === place.adapter && removal.port === place.port
      );
    case 'trunk':
    case 'breakout':
    case 'switch':
      return false;
  }
}
