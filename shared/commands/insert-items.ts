import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { lineSchema } from '../lib/text.ts';
import { TABLES, withRecords, type TableName } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { keepPlaces } from './keep-places.ts';

/** Tables that records can be added to; the others hold one record or follow from the rest. */
export const INSERTED_TABLES = [
  'racks',
  'networks',
  'clusters',
  'profiles',
  'nodes',
  'switches',
  'links',
  'placements',
  'parts',
] as const satisfies readonly TableName[];

/**
 * Adds records that someone planned: a new node, a pasted fragment, part of a template. Their ids are given and
 * must be free. `keep` fixes the places at which the others stood by themselves until now, as moving does.
 */
export const insertItems = defineCommand({
  id: 'insert-items',
  payload: z.strictObject({
    /** Name of the step in the menus: `Add node HV03`. */
    label: lineSchema(1, 80),
    racks: z.array(TABLES.racks).default([]),
    networks: z.array(TABLES.networks).default([]),
    clusters: z.array(TABLES.clusters).default([]),
    profiles: z.array(TABLES.profiles).default([]),
    nodes: z.array(TABLES.nodes).default([]),
    switches: z.array(TABLES.switches).default([]),
    links: z.array(TABLES.links).default([]),
    placements: z.array(TABLES.placements).default([]),
    parts: z.array(TABLES.parts).default([]),
    keep: z.array(TABLES.placements).default([]),
  }),
  label: ({ label }) => label,
  apply: (design, records) => {
    let next = design;
    for (const table of INSERTED_TABLES) {
      const added: readonly { readonly id: string }[] = records[table];
      const known: ReadonlyMap<string, unknown> = design[table];
      const ids = new Set<string>();
      for (const { id } of added) {
        if (known.has(id) || ids.has(id)) return err(`"${id}" is in the design already.`);
        ids.add(id);
      }
      next = withRecords(next, table, added as never);
    }
    return ok(keepPlaces(next, records.keep));
  },
});
