import type { Catalog } from '../catalog/index.ts';
import type { Design } from '../model/index.ts';
import { computeOutcome, type Outcome } from '../outcome.ts';
import { compareCables } from './cables.ts';
import { compareFigures } from './figures.ts';
import { matchRecords } from './match.ts';
import { compareParts } from './parts.ts';
import { compareSettings } from './settings.ts';
import type { Comparison } from './types.ts';
import { namesOf } from './words.ts';

/**
 * How two designs differ: products, cables, settings and key figures. Pure; turning the two around turns every
 * difference around.
 */
export function compareDesigns(before: Design, after: Design, catalog: Catalog): Comparison {
  return compareOutcomes(computeOutcome(before, catalog), computeOutcome(after, catalog));
}

/** The same where the outcomes are known already. */
export function compareOutcomes(before: Outcome, after: Outcome): Comparison {
  const names = {
    before: namesOf(before.design, before.plan.parts),
    after: namesOf(after.design, after.plan.parts),
  };
  const earlier = new Map<string, string>();
  for (const table of ['nodes', 'switches'] as const) {
    const pairs = matchRecords<{ readonly id: string; readonly name: string }>(
      before.design[table].values(),
      after.design[table].values(),
      ({ name }) => name,
    );
    for (const pair of pairs) if (pair.before && pair.after) earlier.set(pair.after.id, pair.before.id);
  }
  return {
    parts: compareParts(before.bom.lines, after.bom.lines),
    cables: compareCables(before.plan, after.plan, earlier, names),
    settings: compareSettings(before.design, after.design, names),
    figures: compareFigures(before, after),
  };
}

/** True when nothing is different. */
export function isSame({ parts, cables, settings }: Comparison): boolean {
  return (
    settings.length === 0 &&
    parts.every(({ kind }) => kind === 'same') &&
    cables.every(({ kind }) => kind === 'same')
  );
}
