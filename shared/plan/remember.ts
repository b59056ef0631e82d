import type { Catalog } from '../catalog/types.ts';
import type { Design, TableName } from '../model/index.ts';
import type { Plan } from './types.ts';

/** The tables a plan follows from; moving things about or acknowledging a finding leaves all of them alone. */
const TABLES = [
  'fabric',
  'networks',
  'clusters',
  'profiles',
  'switches',
  'links',
  'parts',
] as const satisfies TableName[];

interface Entry {
  readonly design: Design;
  readonly catalog: Catalog;
  readonly plan: Plan;
}

/**
 * Remembers the last plan per table of nodes. Tables are never changed in place, so the same tables have the
 * same plan; this spares the work for most gestures and for undo.
 */
export function remembered(compute: (design: Design, catalog: Catalog) => Plan): typeof compute {
  const known = new WeakMap<Design['nodes'], Entry>();
  return (design, catalog) => {
    const entry = known.get(design.nodes);
    if (entry?.catalog === catalog && TABLES.every((table) => entry.design[table] === design[table]))
      return entry.plan;
    const plan = compute(design, catalog);
    known.set(design.nodes, { design, catalog, plan });
    return plan;
  };
}
