import { must } from '../../lib/assert.ts';
import type { SwitchId } from '../../lib/ids.ts';
import type { FlowModel } from './types.ts';
import { trunkCount, type Change } from './variants.ts';

/** For each fabric one that stands for all it is joined to. */
export function joinFabrics(model: FlowModel, change: Change | null): readonly number[] {
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

interface Way {
  readonly to: number;
  readonly trunk: number;
}

/**
 * Tells whether all fabrics that are joined stay so after a change, but for those of a switch that is gone. Around what
 * is cut there is most often a short way, so it is looked for from one end until all others are found.
 */
export function createJoins(model: FlowModel, roots: readonly number[]): (change: Change) => boolean {
  const ways = listWays(model);
  const trunksOf = listTrunks(model);
  return (change) => {
    const cut = new Set(cutTrunks(model, change, trunksOf));
    for (const ends of listEnds(model, change, cut, roots)) if (!areJoined(ends, cut, ways)) return false;
    return true;
  };
}

/** By fabric: where its trunks lead. */
function listWays({ fabrics, trunks }: FlowModel): readonly (readonly Way[])[] {
  const ways = fabrics.map((): Way[] => []);
  for (const [trunk, { pairs }] of trunks.entries()) {
    for (const [a, b] of pairs) {
      ways[a]?.push({ to: b, trunk });
      ways[b]?.push({ to: a, trunk });
    }
  }
  return ways;
}

function listTrunks({ trunks }: FlowModel): ReadonlyMap<SwitchId, readonly number[]> {
  const found = new Map<SwitchId, number[]>();
  for (const [trunk, { switches }] of trunks.entries()) {
    for (const id of switches) {
      const row = found.get(id);
      if (row) row.push(trunk);
      else found.set(id, [trunk]);
    }
  }
  return found;
}

/** Trunks of which nothing is left. */
function cutTrunks(
  model: FlowModel,
  change: Change,
  trunksOf: ReadonlyMap<SwitchId, readonly number[]>,
): readonly number[] {
  const hit = (): Iterable<number> => {
    switch (change.kind) {
      case 'trunk':
        return [change.trunk];
      case 'breakout':
        return model.breakouts[change.breakout]?.trunks.keys() ?? [];
      case 'switch':
        return trunksOf.get(change.switchId) ?? [];
      default:
        return [];
    }
  };
  return [...hit()].filter((trunk) => trunkCount(model, change, trunk) === 0);
}

/** The fabrics at the ends of what is cut, by what they were joined to. */
function listEnds(
  { fabrics, trunks }: FlowModel,
  change: Change,
  cut: ReadonlySet<number>,
  roots: readonly number[],
): Iterable<ReadonlySet<number>> {
  const gone = change.kind === 'switch' ? change.switchId : null;
  const ends = new Map<number, Set<number>>();
  for (const trunk of cut) {
    for (const fabric of must(trunks[trunk], 'trunk').pairs.flat()) {
      if (fabrics[fabric]?.switchId === gone) continue;
      const root = roots[fabric] ?? fabric;
      const row = ends.get(root);
      if (row) row.add(fabric);
      else ends.set(root, new Set([fabric]));
    }
  }
  return ends.values();
}

function areJoined(
  ends: ReadonlySet<number>,
  cut: ReadonlySet<number>,
  ways: readonly (readonly Way[])[],
): boolean {
  const [start = -1] = ends;
  const seen = new Set([start]);
  let missing = ends.size - 1;
  for (const fabric of seen) {
    if (missing === 0) return true;
    for (const { to, trunk } of ways[fabric] ?? []) {
      if (seen.has(to) || cut.has(trunk)) continue;
      seen.add(to);
      if (ends.has(to)) missing -= 1;
    }
  }
  return missing === 0;
}
