import { assert, must } from '../../lib/assert.ts';
import type { LinkId, SubjectId, SwitchId } from '../../lib/ids.ts';
import { nameRanges } from '../../lib/name-ranges.ts';
import type { LinkEnd } from '../../model/index.ts';
import { tagOf } from '../tags.ts';
import type { CableRun, PlanAdapter, PlanLink, PlanNode } from '../types.ts';
import type { EdgeTag } from './graph.ts';
import type { Removal } from './variants.ts';
import type { FlowInput, FlowModel } from './types.ts';
import type { Solution } from './solve.ts';

/** A bottleneck or a loss, for people and for the canvas. */
export interface Named {
  readonly ids: readonly SubjectId[];
  readonly text: string;
}

/** Where names of devices and cables are read. */
type Names = Pick<FlowInput, 'nodeById' | 'switchById' | 'linkById' | 'tags'>;

/** More ranges of names than this are counted, not listed. */
const RANGES = 6;

/** Edges of the cut that hold back nodes. */
type HostTag = Exclude<EdgeTag, { readonly kind: 'trunk' | 'forward' }>;

/** Who is on one side of the cut, collected over its edges. */
interface CutPart {
  readonly ids: SubjectId[];
  readonly owners: string[];
  readonly tags: string[];
  /** What of each group is in the cut. */
  readonly hosts: HostTag[][];
  readonly trunks: Set<LinkId>;
  count: number;
  rate: number;
}

/** The minimum cut nearest to the nodes that give, in words: `8 ports of FS01-FS02 (cables C001-C008): 78.1 Gb/s`. */
export function nameBottleneck(
  model: FlowModel,
  { graph, reached }: Solution,
  plan: Names & Pick<FlowInput, 'nodes' | 'links'>,
): Named {
  const parts = new Map<string, CutPart>();
  const { from, to, capacity, tags } = graph;
  for (const [edge, tag] of tags.entries()) {
    const size = capacity[edge] ?? 0;
    if (!tag || size === 0 || !reached[from[edge] ?? 0] || reached[to[edge] ?? 0]) continue;
    const key = partKey(model, tag);
    let part = parts.get(key);
    if (!part) parts.set(key, (part = emptyPart()));
    part.rate += size;
    collect(model, tag, part, plan);
  }
  for (const part of parts.values()) {
    if (part.hosts.length > 0) collectHosts(model, part, plan);
    if (part.trunks.size > 0) collectTrunks(part, plan);
  }
  const ordered = [...parts].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return {
    ids: [...new Set(ordered.flatMap(([, part]) => part.ids.sort()))],
    text: ordered.map(([key, part]) => describe(key, part)).join(' + '),
  };
}

function emptyPart(): CutPart {
  return { ids: [], owners: [], tags: [], hosts: [], trunks: new Set(), count: 0, rate: 0 };
}

const ORDER = ['PCIe send', 'card send', 'PCIe receive', 'card receive', 'port', 'trunk', 'forward', 'self'];

function partKey(model: FlowModel, tag: EdgeTag): string {
  if (tag.kind !== 'adapter') return tag.kind;
  const { pcie, part } = adapterAt(model, tag, firstMember(model, tag.group));
  const rate = (tag.direction === 'send' ? pcie?.readGbps : pcie?.writeGbps) ?? 0;
  return `${(part?.cardLimitGbps ?? Infinity) < rate ? 'card' : 'PCIe'} ${tag.direction}`;
}

function collect(model: FlowModel, tag: EdgeTag, part: CutPart, { switchById }: Names): void {
  if (tag.kind === 'trunk') {
    for (const { id } of must(model.trunks[tag.trunk], 'trunk').links) part.trunks.add(id);
  } else if (tag.kind === 'forward') {
    const { switchId } = must(model.fabrics[tag.fabric], 'fabric');
    part.ids.push(switchId);
    part.owners.push(must(switchById.get(switchId), 'switch').record.name);
  } else (part.hosts[tag.group] ??= []).push(tag);
}

/** Goes through the nodes in the order of the plan: of each cluster their names and cables then count up. */
function collectHosts(model: FlowModel, part: CutPart, plan: Names & Pick<FlowInput, 'nodes'>): void {
  for (const [at, member] of plan.nodes.entries()) {
    const tags = part.hosts[model.groupOf[at] ?? -1];
    if (!tags) continue;
    part.owners.push(member.record.name);
    part.count += tags.length;
    for (const tag of tags) {
      if (tag.kind === 'self') part.ids.push(member.record.id);
      else if (tag.kind === 'adapter') part.ids.push(adapterAt(model, tag, member).id);
      else {
        const { id } = linkAt(model, tag, member, plan);
        part.ids.push(id);
        part.tags.push(tagOf(id, plan));
      }
    }
  }
}

/** Goes through the links in the order of the plan, in which their numbers count up. */
function collectTrunks(part: CutPart, plan: Names & Pick<FlowInput, 'links'>): void {
  for (const { id } of plan.links) {
    if (!part.trunks.has(id)) continue;
    part.ids.push(id);
    part.tags.push(tagOf(id, plan));
    part.count += 1;
  }
}

interface AdapterPlace {
  readonly group: number;
  readonly adapter: number;
}

/** The adapter of one member of a group. */
function adapterAt(model: FlowModel, at: AdapterPlace, member: PlanNode): PlanAdapter {
  const { index } = must(model.groups[at.group]?.adapters[at.adapter], 'adapter');
  return must(member.adapters[index], 'adapter of a member');
}

/** The cable at a port of one member of a group. */
function linkAt(
  model: FlowModel,
  at: AdapterPlace & { readonly port: number },
  member: PlanNode,
  { linkById }: Names,
): PlanLink {
  const { index } = must(model.groups[at.group]?.adapters[at.adapter]?.ports[at.port], 'port');
  const port = must(adapterAt(model, at, member).ports[index], 'port of a member');
  return must(linkById.get(must(port.linkIds[0], 'cable of a running port')), 'link of a running port');
}

function describe(key: string, { owners, tags, count, rate }: CutPart): string {
  const amount = `${rate.toFixed(1)} Gb/s`;
  const who = nameRanges(owners, RANGES);
  const one = tags.every((tag) => tag === tags[0]);
  const cables = `${one ? 'cable' : 'cables'} ${nameRanges(tags, RANGES)}`;
  switch (key) {
    case 'port':
      return `${plural(count, 'port')} of ${who} (${cables}): ${amount}`;
    case 'trunk':
      return `${cables} between switches: ${amount}`;
    case 'forward':
      return `what ${who} can forward: ${amount}`;
    case 'self':
      return `what the other nodes exchange with ${who}: ${amount}`;
    default: {
      const [limit = '', direction] = key.split(' ');
      const doing = direction === 'send' ? 'sending' : 'receiving';
      return `${limit} of ${plural(count, 'adapter')} in ${who} when ${doing}: ${amount}`;
    }
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The lost component: of a group its first member. */
export function nameRemoval(model: FlowModel, removal: Removal, names: Names): Named {
  switch (removal.kind) {
    case 'switch':
      return nameSwitch(removal.switchId, names);
    case 'trunk': {
      const links = model.trunks[removal.trunk]?.links ?? [];
      // A lane is lost with its whole cable: that is another removal.
      return nameLink(
        must(
          links.find(({ breakout }) => breakout === null),
          'cable of a trunk',
        ),
        names,
      );
    }
    case 'breakout':
      return nameRun(must(model.breakouts[removal.breakout], 'breakout').run, names);
    case 'node':
      return nameNode(firstMember(model, removal.group));
    case 'adapter':
      return nameAdapter(adapterAt(model, removal, firstMember(model, removal.group)), names);
    case 'link':
      return nameLink(linkAt(model, removal, firstMember(model, removal.group), names), names);
  }
}

function firstMember(model: FlowModel, group: number): PlanNode {
  return must(model.groups[group]?.members[0], 'member of a group');
}

/** A switch as a lost component. */
export function nameSwitch(id: SwitchId, { switchById }: Names): Named {
  return { ids: [id], text: `switch ${must(switchById.get(id), 'switch').record.name}` };
}

/** A node as a lost component. */
export function nameNode({ record }: PlanNode): Named {
  return { ids: [record.id], text: `node ${record.name}` };
}

/** An adapter as a lost component. */
export function nameAdapter({ id, nodeId, slot }: PlanAdapter, { nodeById }: Names): Named {
  return { ids: [id], text: `adapter ${must(nodeById.get(nodeId), 'node').record.name} SLOT ${slot.slot}` };
}

/** A cable as a lost component, with all its lanes. */
export function nameCable(run: CableRun, names: Names): Named {
  return run.ways > 1 ? nameRun(run, names) : nameLink(must(run.links[0], 'link of a cable'), names);
}

function nameLink(link: PlanLink, names: Names): Named {
  return { ids: [link.id], text: `cable ${tagOf(link.id, names)} (${link.a.label} - ${link.b.label})` };
}

/** One cable with many ends: the port it is plugged into, and whom its lanes reach. */
function nameRun({ links }: CableRun, names: Names): Named {
  const { id, record } = must(links[0], 'lane of a breakout');
  const { b } = record;
  assert(b.kind === 'switch', 'a breakout cable leaves a switch');
  const split = `${must(names.switchById.get(b.switchId), 'split switch').record.name} ${b.port}`;
  const reached = nameRanges(
    links.map((link) => deviceName(link.record.a, names)),
    RANGES,
  );
  return {
    ids: links.map(({ id }) => id),
    text: `breakout cable ${tagOf(id, names)} (${split}, ${plural(links.length, 'lane')} to ${reached})`,
  };
}

function deviceName(end: LinkEnd, { nodeById, switchById }: Names): string {
  const device = end.kind === 'node' ? nodeById.get(end.nodeId) : switchById.get(end.switchId);
  return must(device, 'device of a lane').record.name;
}
