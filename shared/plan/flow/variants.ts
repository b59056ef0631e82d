import type { FlowGroup, FlowModel, FlowPort, PortPlace } from './types.ts';
import type { SwitchId } from '../../lib/ids.ts';

/** One component taken out. Of a group it is one member that loses it. */
export type Removal =
  | { readonly kind: 'node'; readonly group: number }
  | { readonly kind: 'adapter'; readonly group: number; readonly adapter: number }
  | ({ readonly kind: 'link' } & PortPlace)
  | { readonly kind: 'trunk'; readonly trunk: number }
  | { readonly kind: 'breakout'; readonly breakout: number }
  | { readonly kind: 'switch'; readonly switchId: SwitchId };

/** What differs from the model: a loss, or nothing but one member of a group looked at by itself. */
export type Change = Removal | { readonly kind: 'apart'; readonly group: number };

/** Members of a group that have lost the same things: those that lose nothing, and those a change hits. */
export interface Variant {
  readonly group: number;
  readonly count: number;
  /** Place among the hits of the group: of a breakout among its losses there; null for those that lose nothing. */
  readonly hit: number | null;
  /** What SMB Multichannel uses: the running ports of the highest line speed. */
  readonly adapters: readonly { readonly place: number; readonly ports: readonly FlowPort[] }[];
}

/** The groups, with the members set apart that the change hits. Those it takes away as a whole are left out. */
export function splitGroups(model: FlowModel, change: Change | null): Variant[] {
  const variants: Variant[] = [];
  for (const [index, group] of model.groups.entries())
    for (const variant of splitGroup(model, change, group, index)) variants.push(variant);
  return variants;
}

/** The same for one group. */
export function splitGroup(
  model: FlowModel,
  change: Change | null,
  group: FlowGroup,
  index: number,
): Variant[] {
  const hits = hitsOf(model, change, index);
  const whole = group.members.length - hits.reduce((sum, { count }) => sum + count, 0);
  const variants: Variant[] = [];
  if (whole > 0) {
    const adapters = keep(group, index, change, keepsAll);
    variants.push({ group: index, count: whole, hit: null, adapters });
  }
  hits.forEach(({ count, loses }, hit) => {
    if (loses === null) return;
    variants.push({ group: index, count, hit, adapters: keep(group, index, change, loses) });
  });
  return variants;
}

type Loses = (place: PortPlace) => boolean;

interface Hit {
  readonly count: number;
  readonly loses: Loses | null;
}

const NO_HITS: readonly Hit[] = [];

/** Members of a group that lose something of their own; `loses` is null where they are gone as a whole. */
function hitsOf(model: FlowModel, change: Change | null, group: number): readonly Hit[] {
  switch (change?.kind) {
    case 'apart':
      return change.group === group ? [{ count: 1, loses: keepsAll }] : NO_HITS;
    case 'node':
      return change.group === group ? [{ count: 1, loses: null }] : NO_HITS;
    case 'adapter':
    case 'link':
      return change.group === group ? [{ count: 1, loses: (place) => takes(change, place) }] : NO_HITS;
    case 'breakout':
      return (model.breakouts[change.breakout]?.losses ?? [])
        .filter((loss) => loss.group === group)
        .map(({ members, ports }) => ({
          count: members.length,
          loses: (place) => ports.some((lost) => lost.adapter === place.adapter && lost.port === place.port),
        }));
    default:
      return NO_HITS;
  }
}

/** The adapters in use of a member that loses these ports. */
function keep(group: FlowGroup, index: number, change: Change | null, loses: Loses): Variant['adapters'] {
  let best = 0;
  const running = group.adapters.map(({ ports: all }, adapter) => {
    const stays = (port: FlowPort, i: number) =>
      runs(port, change) && !loses({ group: index, adapter, port: i });
    const ports = change === null ? all : all.filter(stays);
    for (const { speed } of ports) best = Math.max(best, speed);
    return ports;
  });
  const used: Variant['adapters'][number][] = [];
  for (const [place, ports] of running.entries()) {
    const fastest = allRunAt(ports, best) ? ports : ports.filter(({ speed }) => speed === best);
    if (fastest.length > 0) used.push({ place, ports: fastest });
  }
  return used;
}

function allRunAt(ports: readonly FlowPort[], speed: number): boolean {
  for (const port of ports) if (port.speed !== speed) return false;
  return true;
}

/** Whether what a port leads to is still there. */
function runs(port: FlowPort, change: Change | null): boolean {
  if (change?.kind === 'switch') return port.switchId !== change.switchId;
  return port.peer === null || change === null || !takes(change, port.peer);
}

function keepsAll(): boolean {
  return false;
}

/** True when the change takes this very port away. */
export function takes(change: Change, place: PortPlace): boolean {
  switch (change.kind) {
    case 'node':
      return change.group === place.group;
    case 'adapter':
      return change.group === place.group && change.adapter === place.adapter;
    case 'link':
      return change.group === place.group && change.adapter === place.adapter && change.port === place.port;
    case 'apart':
    case 'trunk':
    case 'breakout':
    case 'switch':
      return false;
  }
}

/** How many links of a trunk are left. */
export function trunkCount({ trunks, breakouts }: FlowModel, change: Change | null, index: number): number {
  const trunk = trunks[index];
  if (!trunk || (change?.kind === 'switch' && trunk.switches.includes(change.switchId))) return 0;
  const whole = trunk.links.length;
  if (change?.kind === 'trunk') return change.trunk === index ? whole - 1 : whole;
  if (change?.kind === 'breakout') return whole - (breakouts[change.breakout]?.trunks.get(index) ?? 0);
  return whole;
}
