import { must } from '../../lib/assert.ts';
import type { FlowModel, FlowPort } from './types.ts';
import { splitGroup, splitGroups, trunkCount, type Change, type Variant } from './variants.ts';

/**
 * Who can move storage with anybody: a node that takes and finds one that gives, on a network of a switch they share,
 * through cables between switches or by a cable of their own; or the other way round. Nodes pass nothing on.
 */
export interface Reach {
  /** Variants of which no member finds anybody. */
  readonly alone: readonly Variant[];
}

/** Works out who is cut off after any change; what the changes leave alone is looked at once. */
export function createReach(model: FlowModel): (change: Change | null) => Reach {
  const whole = splitGroups(model, null);
  const wholeByGroup = new Map(whole.map((variant) => [variant.group, variant]));
  const peersOf = listPeers(model);
  const roots = joinFabrics(model, null);
  const placesOf = new Map(whole.map((variant) => [variant, rootsOf(variant, roots)]));
  return (change) => {
    const near = touched(model, change, peersOf);
    const variants = model.groups.flatMap((group, index) => {
      const same = wholeByGroup.get(index);
      return near !== null && !near.has(index) && same ? [same] : splitGroup(model, change, group, index);
    });
    const joined = cutsTrunks(change) ? joinFabrics(model, change) : roots;
    const places = variants.map(
      (variant) => (joined === roots ? placesOf.get(variant) : undefined) ?? rootsOf(variant, joined),
    );
    return { alone: findAlone(model, variants, places) };
  };
}

function cutsTrunks(change: Change | null): boolean {
  return change?.kind === 'trunk' || change?.kind === 'breakout' || change?.kind === 'switch';
}

/** Groups that can look different after the change; null for any. */
function touched(
  model: FlowModel,
  change: Change | null,
  peersOf: ReadonlyMap<number, ReadonlySet<number>>,
): ReadonlySet<number> | null {
  switch (change?.kind) {
    case 'switch':
      return null;
    case 'apart':
    case 'node':
    case 'adapter':
    case 'link':
      return new Set([change.group, ...(peersOf.get(change.group) ?? [])]);
    case 'breakout':
      return new Set(model.breakouts[change.breakout]?.losses.map(({ group }) => group));
    default:
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

/** For each fabric one that stands for all it is joined to. */
function joinFabrics(model: FlowModel, change: Change | null): readonly number[] {
  const parent = model.fabrics.map((_, fabric) => fabric);
  const rootOf = (fabric: number): number => {
    let at = fabric;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at;
    return at;
  };
  model.trunks.forEach(({ pairs }, index) => {
    if (trunkCount(model, change, index) === 0) return;
    for (const [a, b] of pairs) parent[rootOf(a)] = rootOf(b);
  });
  return parent.map((_, fabric) => rootOf(fabric));
}

/** How many members give and take on what a fabric is joined to. */
interface Crowd {
  giving: number;
  taking: number;
}

function findAlone(
  model: FlowModel,
  variants: readonly Variant[],
  places: readonly (readonly number[])[],
): Variant[] {
  const crowds = new Map<number, Crowd>();
  variants.forEach(({ group, count }, i) => {
    const { supply, demand } = must(model.groups[group], 'group');
    for (const root of places[i] ?? []) {
      let crowd = crowds.get(root);
      if (!crowd) crowds.set(root, (crowd = { giving: 0, taking: 0 }));
      if (supply) crowd.giving += count;
      if (demand) crowd.taking += count;
    }
  });
  let used: Set<FlowPort> | null = null;
  const inUse = () =>
    (used ??= new Set(variants.flatMap(({ adapters }) => adapters.flatMap(({ ports }) => ports))));
  return variants.filter((variant, i) => {
    const { supply, demand } = must(model.groups[variant.group], 'group');
    const meets = (places[i] ?? []).some((root) => {
      const { giving, taking } = must(crowds.get(root), 'crowd');
      // A node that gives and takes is among both, and no company for itself.
      const self = supply && demand ? 1 : 0;
      return (demand && giving > self) || (supply && taking > self);
    });
    return !meets && !meetsPeer(model, variant, inUse);
  });
}

function rootsOf({ adapters }: Variant, roots: readonly number[]): number[] {
  const found: number[] = [];
  for (const { ports } of adapters) {
    for (const { fabrics } of ports) {
      for (const fabric of fabrics) {
        const root = roots[fabric] ?? fabric;
        if (!found.includes(root)) found.push(root);
      }
    }
  }
  return found;
}

function meetsPeer(
  model: FlowModel,
  { group, adapters }: Variant,
  inUse: () => ReadonlySet<FlowPort>,
): boolean {
  const { supply, demand } = must(model.groups[group], 'group');
  return adapters.some(({ ports }) =>
    ports.some(({ peer, payload }) => {
      if (!peer || payload === 0 || peer.group === group) return false;
      const far = must(model.groups[peer.group], 'group of a peer');
      const port = must(far.adapters[peer.adapter]?.ports[peer.port], 'port of a peer');
      return inUse().has(port) && ((demand && far.supply) || (supply && far.demand));
    }),
  );
}
