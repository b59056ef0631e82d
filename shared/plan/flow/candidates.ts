import { must } from '../../lib/assert.ts';
import type { SwitchId } from '../../lib/ids.ts';
import { compareText } from '../../lib/stable-json.ts';
import { FIRST_FABRIC } from './graph.ts';
import type { Solution } from './solve.ts';
import type { FlowModel, FlowPort, Trunk } from './types.ts';
import { measureCut, measureFlow, type Usage } from './usage.ts';
import type { Removal } from './variants.ts';

/** One kind of component to take out. */
export interface Candidate {
  readonly removal: Removal;
  /** Components that cannot be told apart have equal names. */
  readonly likeness: string;
  /**
   * What the rate cannot fall below: what flows elsewhere still flows. And what it cannot stay above: the bottleneck
   * cut shrinks by its part of it.
   */
  readonly floor: number;
  readonly ceiling: number;
}

/**
 * The kinds of components of a model that carry storage: adapters, cables, cables between switches, switches, nodes.
 * With `once`, of groups whose parts cannot be told apart only the first is listed.
 */
export function listCandidates(model: FlowModel, base: Solution, once = false): Candidate[] {
  const lister = new Lister(model, base);
  const variants = once ? lister.firstOfEach(base.graph.variants) : base.graph.variants;
  const hosts = variants.map((variant) => lister.hostParts(variant));
  return [
    ...hosts.flatMap(({ adapters }) => adapters),
    ...hosts.flatMap(({ cables }) => cables),
    ...lister.trunks(once),
    ...model.breakouts.map((_, i) => lister.breakout(i)),
    ...lister.switches(),
    ...hosts.map(({ node }) => node),
  ];
}

/** How many candidates there are. */
export function countCandidates(model: FlowModel, { graph }: Solution): number {
  let count = model.breakouts.length + new Set(model.fabrics.map(({ switchId }) => switchId)).size;
  for (const { adapters } of graph.variants) {
    count += 1 + adapters.length;
    for (const { ports } of adapters) for (const { lane } of ports) if (!lane) count += 1;
  }
  for (const { links } of model.trunks) if (links.some(({ breakout }) => breakout === null)) count += 1;
  return count;
}

/** No pair of fabrics. */
const NOWHERE: Trunk['pairs'][number] = [-1, -1];

type PlacedVariant = Solution['graph']['variants'][number];

interface HostParts {
  readonly adapters: readonly Candidate[];
  readonly cables: readonly Candidate[];
  readonly node: Candidate;
}

class Lister {
  private readonly model: FlowModel;
  private readonly base: Solution;
  private readonly flow: Usage;
  private readonly cut: Usage;
  /** When slower ports stand by, a limit holds somebody, or networks share, a loss changes more than it takes away. */
  private readonly hasFloor: boolean;
  private readonly hasCeiling: boolean;

  constructor(model: FlowModel, base: Solution) {
    this.model = model;
    this.base = base;
    this.flow = measureFlow(model, base);
    this.cut = measureCut(model, base);
    this.hasFloor = base.limits.size === 0;
    this.hasCeiling = this.hasFloor && !hasSlowerPorts(model) && base.graph.bundles.length === 0;
  }

  /** The first of the variants whose candidates have the same names. */
  firstOfEach(variants: readonly PlacedVariant[]): PlacedVariant[] {
    const known = new Set<string>();
    return variants.filter((variant) => {
      let name = this.likenessOfHost(variant);
      for (const { place, ports } of variant.adapters) {
        name += ` ${place}`;
        const all = must(this.model.groups[variant.group]?.adapters[place], 'adapter').ports;
        for (const port of ports) name += port.lane ? '/lane' : `/${all.indexOf(port)}`;
      }
      if (known.has(name)) return false;
      known.add(name);
      return true;
    });
  }

  hostParts(variant: PlacedVariant): HostParts {
    const { group, count } = variant;
    const { adapters: all } = must(this.model.groups[group], 'group of a variant');
    const like = this.likenessOfHost(variant);
    const adapters: Candidate[] = [];
    const cables: Candidate[] = [];
    for (const { place, ports } of variant.adapters) {
      const likeAdapter = `${like} ${place}`;
      const part = (of: Usage) => of.adapter(group, place) / count;
      adapters.push(
        this.candidate({ kind: 'adapter', group, adapter: place }, `adapter ${likeAdapter}`, part),
      );
      for (const port of ports) {
        if (port.lane) continue;
        const at = { group, adapter: place, port: must(all[place], 'adapter').ports.indexOf(port) };
        const through = (of: Usage) => (of.port(at) + backOf(of, port)) / count;
        cables.push(this.candidate({ kind: 'link', ...at }, `link ${likeAdapter} ${at.port}`, through));
      }
    }
    const whole = (of: Usage) => (of.nodes[group] ?? 0) / count;
    return { adapters, cables, node: this.candidate({ kind: 'node', group }, `node ${like}`, whole) };
  }

  trunks(once: boolean): Candidate[] {
    const known = new Map<number, Trunk[]>();
    const candidates: Candidate[] = [];
    for (const [index, trunk] of this.model.trunks.entries()) {
      // A lane is lost with its whole cable: that is another candidate.
      if (trunk.links.every(({ breakout }) => breakout !== null)) continue;
      if (once && !this.isFirst(trunk, known)) continue;
      const part = ({ trunks }: Usage) => (trunks[index] ?? 0) / trunk.links.length;
      const name = `trunk ${this.likenessOf(trunk)}`;
      candidates.push(this.candidate({ kind: 'trunk', trunk: index }, name, part));
    }
    return candidates;
  }

  /** False for a trunk that plainly has the name of another one; that is told sooner than the name is made. */
  private isFirst(trunk: Trunk, known: Map<number, Trunk[]>): boolean {
    const [first = NOWHERE] = trunk.pairs;
    const key = this.fabricColour(first[0]) * this.base.colours.length + this.fabricColour(first[1]);
    const row = known.get(key);
    if (!row) known.set(key, [trunk]);
    else if (row.some((other) => this.looksAlike(trunk, other))) return false;
    else row.push(trunk);
    return true;
  }

  private looksAlike(one: Trunk, other: Trunk): boolean {
    return (
      one.links.length === other.links.length &&
      one.pairs.length === other.pairs.length &&
      one.pairs.every((pair, i) => {
        const far = other.pairs[i] ?? NOWHERE;
        return (
          this.fabricColour(pair[0]) === this.fabricColour(far[0]) &&
          this.fabricColour(pair[1]) === this.fabricColour(far[1])
        );
      })
    );
  }

  /** A breakout cable takes all of its lanes along. */
  breakout(index: number): Candidate {
    const { losses, trunks } = must(this.model.breakouts[index], 'breakout');
    const variants = new Map(this.base.graph.variants.map((variant) => [variant.group, variant]));
    const likeness: string[] = [];
    for (const { group, members, ports } of losses) {
      const { out = 0, into = 0, count = 1 } = variants.get(group) ?? {};
      const places = ports.map(({ adapter, port }) => `${adapter}/${port}`);
      const colours = `${this.colour(out)}/${this.colour(into)}`;
      likeness.push(`${members.length} of ${count} ${colours} ${places.join()}`);
    }
    for (const [i, count] of trunks)
      likeness.push(`${count} ${this.likenessOf(must(this.model.trunks[i], 'trunk'))}`);
    const part = (of: Usage) => {
      let sum = 0;
      for (const { group, members, ports } of losses) {
        const share = members.length / (variants.get(group)?.count ?? 1);
        for (const place of ports) sum += of.port({ group, ...place }) * share;
      }
      for (const [i, count] of trunks)
        sum += ((of.trunks[i] ?? 0) * count) / must(this.model.trunks[i], 'trunk').links.length;
      return sum;
    };
    const name = `breakout ${likeness.sort(compareText).join('; ')}`;
    return this.candidate({ kind: 'breakout', breakout: index }, name, part);
  }

  switches(): Candidate[] {
    const colours = new Map<SwitchId, number[]>();
    this.model.fabrics.forEach(({ switchId }, f) => {
      const list = colours.get(switchId) ?? [];
      list.push(this.fabricColour(f));
      colours.set(switchId, list);
    });
    return [...colours].map(([switchId, list]) =>
      this.candidate(
        { kind: 'switch', switchId },
        `switch ${list.sort((a, b) => a - b).join('-')}`,
        ({ switches }) => switches.get(switchId) ?? 0,
      ),
    );
  }

  private candidate(removal: Removal, likeness: string, part: (of: Usage) => number): Candidate {
    const { rate } = this.base;
    return {
      removal,
      likeness,
      floor: this.hasFloor ? Math.max(0, rate - part(this.flow)) : 0,
      ceiling: this.hasCeiling ? Math.max(0, rate - part(this.cut)) : Infinity,
    };
  }

  private likenessOfHost({ out, into, count }: PlacedVariant): string {
    return `${this.colour(out)}/${this.colour(into)} of ${count}`;
  }

  private colour(vertex: number): number {
    return this.base.colours[vertex] ?? -1;
  }

  private fabricColour(fabric: number): number {
    return this.colour(FIRST_FABRIC + fabric);
  }

  private likenessOf(trunk: Trunk): string {
    const pairs = trunk.pairs.map(([a, b]) => {
      const [x, y] = [this.fabricColour(a), this.fabricColour(b)];
      return x < y ? `${x}-${y}` : `${y}-${x}`;
    });
    return `${pairs.sort(compareText).join()} of ${trunk.links.length}`;
  }
}

/** The other direction of a cable between nodes. */
function backOf(of: Usage, { peer }: FlowPort): number {
  return peer ? of.port(peer) : 0;
}

/** Ports that SMB Multichannel leaves idle step in when all faster ones of their node are lost. */
function hasSlowerPorts({ groups }: FlowModel): boolean {
  return groups.some(({ adapters }) => {
    const speed = adapters[0]?.ports[0]?.speed;
    return adapters.some(({ ports }) => ports.some((port) => port.speed !== speed));
  });
}
