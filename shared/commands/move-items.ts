import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { keepPlaces } from './keep-places.ts';

/**
 * Puts nodes and switches at new places. `keep` names the places at which the others stood by themselves until
 * now: they are fixed in the same step, so that what the user did not touch does not make way.
 */
export const moveItems = defineCommand({
  id: 'move-items',
  payload: z.strictObject({
    moves: z.array(TABLES.placements).min(1, 'Nothing is chosen to move'),
    keep: z.array(TABLES.placements).optional(),
  }),
  label: ({ moves }) => (moves.length === 1 ? 'Move an item' : `Move ${moves.length} items`),
  apply: (design, { moves, keep }) => {
    const known: ReadonlySet<string> = new Set([...design.nodes.keys(), ...design.switches.keys()]);
    if (moves.some(({ id }) => !known.has(id))) return err('One of these items is not there any more.');
    return ok(withRecords(keepPlaces(design, keep), 'placements', moves));
  },
});
