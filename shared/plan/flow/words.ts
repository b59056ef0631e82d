import { assert, must } from '../../lib/assert.ts';
import type { LinkId, SubjectId, SwitchId } from '../../lib/ids.ts';
import { nameRanges, sortedRanges } from '../../lib/name-ranges.ts';
import type { LinkEnd } from '../../model/index.ts';
import { tagOf } from '../tags.ts';
import type { CableRun, PlanAdapter, PlanNode } from '../types.ts';
import { adapterAt, firstMember, linkAt, type Cut, type CutPart } from './cut.ts';
import type { Removal } from './variants.ts';
import type { FlowInput, FlowModel } from './types.ts';

/** A bottleneck or a loss, for people and for the canvas. */
export interface Named {
  readonly ids: readonly SubjectId[];
  readonly text: string;
}

/** Where names of devices and cables are read. */
type Names = Pick<FlowInput, 'nodeById' | 'switchById' | 'linkById' | 'tags'>;

/** More ranges of names than this are counted, not listed. */
const RANGES = 6;

/** The minimum cut nearest to the nodes that give, in words: `8 ports of FS01-FS02 (cables C001-C008): 78.1 Gb/s`. */
export function nameBottleneck({ ids, parts }: Cut, names: Pick<FlowInput, 'nodes' | 'switchById'>): Named {
  return { ids, text: parts.map((part) => describe(part, names)).join(' + ') };
}

function describe(part: CutPart, names: Pick<FlowInput, 'nodes' | 'switchById'>): string {
  const { count, numbers } = part;
  const amount = `${part.rate.toFixed(1)} Gb/s`;
  const who = nameRanges(ownersOf(part, names), RANGES);
  const cables = `${numbers.length === 1 ? 'cable' : 'cables'} ${sortedRanges(numbers, RANGES)}`;
  switch (part.limit) {
    case 'port':
      return `${plural(count, 'port')} of ${who} (${cables}): ${amount}`;
    case 'trunk':
      return `${cables} between switches: ${amount}`;
    case 'forward':
      return `what ${who} can forward: ${amount}`;
    case 'self':
      return `what the other nodes exchange with ${who}: ${amount}`;
    default: {
      const [limit = '', direction] = part.limit.split(' ');
      const doing = direction === 'send' ? 'sending' : 'receiving';
      return `${limit} of ${plural(count, 'adapter')} in ${who} when ${doing}: ${amount}`;
    }
  }
}

function ownersOf(part: CutPart, { nodes, switchById }: Pick<FlowInput, 'nodes' | 'switchById'>): string[] {
  return [
    ...part.switches.map((id) => must(switchById.get(id), 'switch').record.name),
    ...part.nodes.map((at) => must(nodes[at], 'node').record.name),
  ];
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
      const lost = links.find(({ breakout }) => breakout === null);
      return nameLink(must(lost, 'cable of a trunk').id, names);
    }
    case 'breakout':
      return nameRun(must(model.breakouts[removal.breakout], 'breakout').run, names);
    case 'node':
      return nameNode(firstMember(model, removal.group));
    case 'adapter':
      return nameAdapter(adapterAt(model, removal, firstMember(model, removal.group)), names);
    case 'link':
      return nameLink(linkAt(model, removal, firstMember(model, removal.group)), names);
  }
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
  return run.ways > 1 ? nameRun(run, names) : nameLink(must(run.links[0], 'link of a cable').id, names);
}

function nameLink(id: LinkId, names: Names): Named {
  const { a, b } = must(names.linkById.get(id), 'link of a cable');
  return { ids: [id], text: `cable ${tagOf(id, names)} (${a.label} - ${b.label})` };
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
