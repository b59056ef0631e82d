import { must } from '../../lib/assert.ts';
import type { SwitchId } from '../../lib/ids.ts';
import { createJoins, joinFabrics } from './joins.ts';
import type { FlowModel, PortPlace } from './types.ts';
import { splitGroup, splitGroups, type Change, type Variant } from './variants.ts';

/**
 * Who can move storage with anybody: a node that takes and finds one that gives, on a network of a switch they share,
 * through cables between switches or by a cable of their own; or the other way round. Nodes pass nothing on.
 */
export interface Reach {
  /** Variants of which no member finds anybody, in the order of their groups. */
  readonly alone: readonly Variant[];
}

/** How many members give and take on what a fabric is joined to. */
interface Crowd {
  readonly giving: number;
  readonly taking: number;
}

const NOBODY: Crowd = { giving: 0, taking: 0 };

/** A variant with the fabrics that stand for those it is on. */
interface Placed {
  readonly variant: Variant;
  readonly roots: readonly number[];
}

/** Who is where: what is asked about a node in order to know whether it finds anybody. */
interface Scene {
  readonly crowdAt: (root: number) => Crowd;
  readonly inUse: (port: PortPlace) => boolean;
}

/** Works out who is cut off after any change; what the changes leave alone is looked at once. */
export function createReach(model: FlowModel): (change: Change | null) => Reach {
  const whole = splitGroups(model, null);
  const roots = joinFabrics(model, null);
  const placed = whole.map((variant) => place(variant, roots));
  const crowds = countCrowds(model, placed);
  const before = { alone: findAlone(model, placed, crowds) };
  const nearby: Nearby = {
    model,
    roots,
    placed,
    crowds,
    before,
    peersOf: listPeers(model),
    groupsOf: listGroups(model),
  };
  const staysJoined = createJoins(model, roots);
  return (change) => {
    if (change === null) return before;
    const near = staysJoined(change) ? lookNearby(nearby, change) : null;
    return near ?? lookEverywhere(model, change);
  };
}

function lookEverywhere(model: FlowModel, change: Change): Reach {
  const roots = joinFabrics(model, change);
  const placed = splitGroups(model, change).map((variant) => place(variant, roots));
  return { alone: findAlone(model, placed, countCrowds(model, placed)) };
}

interface Nearby {
  readonly model: FlowModel;
  readonly roots: readonly number[];
  /** By group, without any change. */
  readonly placed: readonly Placed[];
  readonly crowds: ReadonlyMap<number, Crowd>;
  readonly before: Reach;
  readonly peersOf: ReadonlyMap<number, ReadonlySet<number>>;
  readonly groupsOf: ReadonlyMap<SwitchId, ReadonlySet<number>>;
}

/**
 * Who is cut off when fabrics stay joined as they were, by the groups that the change touches and those they have cables
 * to. Null where somewhere so few are or were left that others may notice.
 */
function lookNearby(nearby: Nearby, change: Change): Reach | null {
  const { model, roots, placed, crowds, before, peersOf } = nearby;
  const touched = touchedBy(nearby, change);
  if (touched.size === 0) return before;
  const now = new Map<number, readonly Placed[]>();
  for (const index of touched) {
    const variants = splitGroup(model, change, must(model.groups[index], 'group'), index);
    now.set(
      index,
      variants.map((variant) => place(variant, roots)),
    );
  }
  const old = [...touched].map((index) => must(placed[index], 'placed group'));
  const [gone, come] = [countCrowds(model, old), countCrowds(model, [...now.values()].flat())];
  const crowdAt = (root: number): Crowd => {
    const [all, less, more] = [crowds, gone, come].map((of) => of.get(root) ?? NOBODY);
    return {
      giving: (all?.giving ?? 0) - (less?.giving ?? 0) + (more?.giving ?? 0),
      taking: (all?.taking ?? 0) - (less?.taking ?? 0) + (more?.taking ?? 0),
    };
  };
  for (const root of new Set([...gone.keys(), ...come.keys()]))
    if (matters(crowds.get(root) ?? NOBODY, crowdAt(root))) return null;
  const variantsOf = (group: number) => now.get(group) ?? [must(placed[group], 'placed group')];
  const inUse = (port: PortPlace) => isInUse(model, port, variantsOf(port.group));
  const looked = new Set(touched);
  for (const index of touched) for (const peer of peersOf.get(index) ?? []) looked.add(peer);
  const alone = before.alone.filter(({ group }) => !looked.has(group));
  for (const index of looked)
    for (const entry of variantsOf(index))
      if (isAlone(model, entry, { crowdAt, inUse })) alone.push(entry.variant);
  return { alone: alone.sort((a, b) => a.group - b.group) };
}

/** A node is no company for itself: up to one member, it may matter to the others how many there are. */
function matters(before: Crowd, now: Crowd): boolean {
  return (
    (before.giving !== now.giving && Math.min(before.giving, now.giving) <= 1) ||
    (before.taking !== now.taking && Math.min(before.taking, now.taking) <= 1)
  );
}

/** Groups that can look different after the change. */
function touchedBy({ model, peersOf, groupsOf }: Nearby, change: Change): ReadonlySet<number> {
  switch (change.kind) {
    case 'switch':
      return groupsOf.get(change.switchId) ?? new Set();
    case 'apart':
    case 'node':
    case 'adapter':
    case 'link':
      return new Set([change.group, ...(peersOf.get(change.group) ?? [])]);
    case 'breakout':
      return new Set(model.breakouts[change.breakout]?.losses.map(({ group }) => group));
    case 'trunk':
      return new Set();
  }
}

/** Groups with cables to a group. */
function listPeers({ groups }: FlowModel): ReadonlyMap<number, ReadonlySet<number>> {
  return new Map(
    groups.map(({ adapters }, index) => [
      index,
      new Set(adapters.flatMap(({ ports }) => ports.flatMap(({ peer }) => (peer ? [peer.group] : [])))),
    ]),
  );
}

/** Groups with cables to a switch. */
function listGroups({ groups }: FlowModel): ReadonlyMap<SwitchId, ReadonlySet<number>> {
  const found = new Map<SwitchId, Set<number>>();
  for (const [index, { adapters }] of groups.entries()) {
    for (const { ports } of adapters) {
      for (const { switchId } of ports) {
        if (switchId === null) continue;
        const row = found.get(switchId);
        if (row) row.add(index);
        else found.set(switchId, new Set([index]));
      }
    }
  }
  return found;
}

function place(variant: Variant, roots: readonly number[]): Placed {
  const found: number[] = [];
  for (const { ports } of variant.adapters) {
    for (const { fabrics } of ports) {
      for (const fabric of fabrics) {
        const root = roots[fabric] ?? fabric;
        if (!found.includes(root)) found.push(root);
      }
    }
  }
  return { variant, roots: found };
}

function countCrowds(model: FlowModel, placed: readonly Placed[]): ReadonlyMap<number, Crowd> {
  const crowds = new Map<number, { giving: number; taking: number }>();
  for (const { variant, roots } of placed) {
    const { supply, demand } = must(model.groups[variant.group], 'group');
    for (const root of roots) {
      let crowd = crowds.get(root);
      if (!crowd) crowds.set(root, (crowd = { giving: 0, taking: 0 }));
      if (supply) crowd.giving += variant.count;
      if (demand) crowd.taking += variant.count;
    }
  }
  return crowds;
}

function findAlone(
  model: FlowModel,
  placed: readonly Placed[],
  crowds: ReadonlyMap<number, Crowd>,
): Variant[] {
  const byGroup = new Map<number, Placed[]>();
  for (const entry of placed) {
    const row = byGroup.get(entry.variant.group);
    if (row) row.push(entry);
    else byGroup.set(entry.variant.group, [entry]);
  }
  const scene: Scene = {
    crowdAt: (root) => crowds.get(root) ?? NOBODY,
    inUse: (port) => isInUse(model, port, byGroup.get(port.group) ?? []),
  };
  return placed.flatMap((entry) => (isAlone(model, entry, scene) ? [entry.variant] : []));
}

function isAlone(model: FlowModel, { variant, roots }: Placed, { crowdAt, inUse }: Scene): boolean {
  const { supply, demand } = must(model.groups[variant.group], 'group');
  // A node that gives and takes is among both, and no company for itself.
  const self = supply && demand ? 1 : 0;
  const meets = roots.some((root) => {
    const { giving, taking } = crowdAt(root);
    return (demand && giving > self) || (supply && taking > self);
  });
  return !meets && !meetsPeer(model, variant, inUse);
}

function meetsPeer(model: FlowModel, { group, adapters }: Variant, inUse: Scene['inUse']): boolean {
  const { supply, demand } = must(model.groups[group], 'group');
  return adapters.some(({ ports }) =>
    ports.some(({ peer, payload }) => {
      if (!peer || payload === 0 || peer.group === group) return false;
      const far = must(model.groups[peer.group], 'group of a peer');
      return ((demand && far.supply) || (supply && far.demand)) && inUse(peer);
    }),
  );
}

/** Whether one of the variants of a port's group uses it. */
function isInUse({ groups }: FlowModel, place: PortPlace, placed: readonly Placed[]): boolean {
  const port = must(groups[place.group]?.adapters[place.adapter]?.ports[place.port], 'port of a peer');
  return placed.some(({ variant }) => variant.adapters.some(({ ports }) => ports.includes(port)));
}
