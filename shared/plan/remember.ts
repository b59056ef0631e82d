import type { Catalog } from '../catalog/types.ts';
import type { Design, TableName } from '../model/index.ts';
import type { Plan } from './types.ts';

/** The tables a plan follows from; moving things about or acknowledging a finding leaves all of them alone. */
export const PLAN_TABLES = [
  'fabric',
  'cabling',
  'racks',
  'networks',
  'clusters',
  'profiles',
  'nodes',
  'switches',
  'links',
  'parts',
] as const satisfies TableName[];

/** What the page shows, and what a proposal tries out beside it. */
const KEPT = 2;

/**
 * Remembers the last plans. Tables are never changed in place, so the same tables have the same plan; this spares
 * the work for the most frequent gesture. Few plans only: older ones are for the collector, not for us.
 */
export function remembered(compute: (design: Design, catalog: Catalog) => Plan): typeof compute {
  let kept: readonly { readonly design: Design; readonly catalog: Catalog; readonly plan: Plan }[] = [];
  return (design, catalog) => {
    const same = kept.find(
      (entry) =>
        entry.catalog === catalog && PLAN_TABLES.every((table) => entry.design[table] === design[table]),
    );
    const found = same ?? { design, catalog, plan: compute(design, catalog) };
    kept = [found, ...kept.filter((entry) => entry !== same)].slice(0, KEPT);
    return found.plan;
  };
}
