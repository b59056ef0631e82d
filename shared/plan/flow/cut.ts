import { must } from '../../lib/assert.ts';
import type { LinkId, SubjectId, SwitchId } from '../../lib/ids.ts';
import type { PlanAdapter, PlanNode } from '../types.ts';
import type { EdgeTag } from './graph.ts';
import type { Solution } from './solve.ts';
import type { FlowInput, FlowModel } from './types.ts';

/** The minimum cut nearest to the nodes that give: what holds the flow back. It knows devices by id or place, not by name. */
export interface Cut {
  readonly ids: readonly SubjectId[];
  readonly parts: readonly CutPart[];
}

/** Components of one kind in the cut. */
export interface CutPart {
  readonly limit: Limit;
  /** Whose they are: places among the nodes of the plan, and switches. */
  readonly nodes: readonly number[];
  readonly switches: readonly SwitchId[];
  /** The numbers of its cables, in their order. */
  readonly numbers: readonly string[];
  readonly count: number;
  readonly rate: number;
}

const LIMITS = [
  'PCIe send',
  'card send',
  'PCIe receive',
  'card receive',
  'port',
  'trunk',
  'forward',
  'self',
] as const;

export type Limit = (typeof LIMITS)[number];

/** Edges of the cut that hold back nodes. */
type HostTag = Exclude<EdgeTag, { readonly kind: 'trunk' | 'forward' }>;

/** Who is on one side of the cut, collected over its edges. */
interface Collected {
  readonly ids: SubjectId[];
  readonly nodes: number[];
  readonly switches: SwitchId[];
  /** Cables in the cut, by one or more of their links; one between two nodes that are held back is there twice. */
  readonly links: LinkId[];
  /** What of each group is in the cut. */
  readonly hosts: HostTag[][];
  count: number;
  rate: number;
}

type CutInput = Pick<FlowInput, 'nodes' | 'runs' | 'runTags'>;

/** Reads the cut off a solution. */
export function readCut(model: FlowModel, { graph, reached }: Solution, plan: CutInput): Cut {
  const parts = new Map<Limit, Collected>();
  const { from, to, capacity, tags } = graph;
  for (const [edge, tag] of tags.entries()) {
    const size = capacity[edge] ?? 0;
    if (!tag || size === 0 || !reached[from[edge] ?? 0] || reached[to[edge] ?? 0]) continue;
    const limit = limitOf(model, tag);
    let part = parts.get(limit);
    if (!part) parts.set(limit, (part = collectNothing()));
    part.rate += size;
    collect(model, tag, part);
  }
  for (const part of parts.values()) if (part.hosts.length > 0) collectHosts(model, part, plan);
  const ordered = LIMITS.flatMap((limit) => {
    const part = parts.get(limit);
    return part ? [{ limit, part }] : [];
  });
  return {
    ids: [...new Set(ordered.flatMap(({ part: { ids, links } }) => [...ids, ...links].sort()))],
    parts: ordered.map(({ limit, part: { nodes, switches, links, count, rate } }) => {
      return { limit, nodes, switches, numbers: numbersOf(links, plan), count, rate };
    }),
  };
}

function collectNothing(): Collected {
  return { ids: [], nodes: [], switches: [], links: [], hosts: [], count: 0, rate: 0 };
}

function limitOf(model: FlowModel, tag: EdgeTag): Limit {
  if (tag.kind !== 'adapter') return tag.kind;
  const { pcie, part } = adapterAt(model, tag, firstMember(model, tag.group));
  const rate = (tag.direction === 'send' ? pcie?.readGbps : pcie?.writeGbps) ?? 0;
  return `${(part?.cardLimitGbps ?? Infinity) < rate ? 'card' : 'PCIe'} ${tag.direction}`;
}

function collect(model: FlowModel, tag: EdgeTag, part: Collected): void {
  if (tag.kind === 'trunk') {
    for (const { id } of must(model.trunks[tag.trunk], 'trunk').links) part.links.push(id);
  } else if (tag.kind === 'forward') {
    const { switchId } = must(model.fabrics[tag.fabric], 'fabric');
    part.ids.push(switchId);
    part.switches.push(switchId);
  } else (part.hosts[tag.group] ??= []).push(tag);
}

/** Goes through the nodes in the order of the plan, for then the names of those of one cluster count up. */
function collectHosts(model: FlowModel, part: Collected, { nodes }: CutInput): void {
  const held = part.hosts.map((tags) => tags.map((tag) => holderOf(model, tag)));
  for (const [at, member] of nodes.entries()) {
    const holders = held[model.groupOf[at] ?? -1];
    if (!holders) continue;
    part.nodes.push(at);
    part.count += holders.length;
    for (const { adapter, port } of holders) {
      const card = adapter === null ? null : must(member.adapters[adapter], 'adapter of a member');
      if (!card) part.ids.push(member.record.id);
      else if (port === null) part.ids.push(card.id);
      else part.links.push(cableAt(card, port));
    }
  }
}

/** What holds the members of a group back, by its place in each of them: the node as a whole, an adapter, a port. */
interface Holder {
  readonly adapter: number | null;
  readonly port: number | null;
}

function holderOf({ groups }: FlowModel, tag: HostTag): Holder {
  if (tag.kind === 'self') return { adapter: null, port: null };
  const { index, ports } = must(groups[tag.group]?.adapters[tag.adapter], 'adapter');
  return { adapter: index, port: tag.kind === 'adapter' ? null : must(ports[tag.port], 'port').index };
}

/** The numbers of the cables that these links are, in their order. */
function numbersOf(links: readonly LinkId[], plan: CutInput): readonly string[] {
  return links.length === 0 ? [] : (numbersInOrder(links, plan) ?? numbersAmong(new Set(links), plan));
}

/** The same for links that are in the order of the plan, each once, as they nearly always are; null where they are not. */
function numbersInOrder(links: readonly LinkId[], { runs, runTags }: CutInput): readonly string[] | null {
  const numbers: string[] = [];
  let next = 0;
  for (let i = 0; i < runs.length && next < links.length; i++) {
    const before = next;
    for (const { id } of runs[i]?.links ?? []) if (id === links[next]) next += 1;
    if (next > before) numbers.push(runTags[i] ?? '');
  }
  return next === links.length ? numbers : null;
}

function numbersAmong(links: ReadonlySet<LinkId>, { runs, runTags }: CutInput): readonly string[] {
  return runTags.filter((_, i) => runs[i]?.links.some(({ id }) => links.has(id)));
}

interface AdapterPlace {
  readonly group: number;
  readonly adapter: number;
}

/** The adapter of one member of a group. */
export function adapterAt(model: FlowModel, at: AdapterPlace, member: PlanNode): PlanAdapter {
  const { index } = must(model.groups[at.group]?.adapters[at.adapter], 'adapter');
  return must(member.adapters[index], 'adapter of a member');
}

/** The cable at a port of one member of a group. */
export function linkAt(
  model: FlowModel,
  at: AdapterPlace & { readonly port: number },
  member: PlanNode,
): LinkId {
  const { index } = must(model.groups[at.group]?.adapters[at.adapter]?.ports[at.port], 'port');
  return cableAt(adapterAt(model, at, member), index);
}

function cableAt({ ports }: PlanAdapter, index: number): LinkId {
  return must(must(ports[index], 'port of a member').linkIds[0], 'cable of a running port');
}

/** The member that stands for all of a group. */
export function firstMember(model: FlowModel, group: number): PlanNode {
  return must(model.groups[group]?.members[0], 'member of a group');
}
