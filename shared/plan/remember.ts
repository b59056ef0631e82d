import type { Catalog } from '../catalog/types.ts';
import type { Design, TableName } from '../model/index.ts';
import type { Plan } from './types.ts';

/** The tables a plan follows from; moving things about or acknowledging a finding leaves all of them alone. */
const TABLES = [
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

/**
 * Remembers the last plan. Tables are never changed in place, so the same tables have the same plan; this spares
 * the work for the most frequent gesture. One plan only: older ones are for the collector, not for us.
 */
export function remembered(compute: (design: Design, catalog: Catalog) => Plan): typeof compute {
  let last: { readonly design: Design; readonly catalog: Catalog; readonly plan: Plan } | null = null;
  return (design, catalog) => {
    const before = last;
    if (before?.catalog === catalog && TABLES.every((table) => before.design[table] === design[table])) {
      return before.plan;
    }
    const plan = compute(design, catalog);
    last = { design, catalog, plan };
    return plan;
  };
}
