import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';

/** Puts nodes and switches at new places. */
export const moveItems = defineCommand({
  id: 'move-items',
  payload: z.strictObject({ moves: z.array(TABLES.placements).min(1, 'Nothing is chosen to move') }),
  label: ({ moves }) => (moves.length === 1 ? 'Move an item' : `Move ${moves.length} items`),
  apply: (design, { moves }) => {
    const known: ReadonlySet<string> = new Set([...design.nodes.keys(), ...design.switches.keys()]);
    if (moves.some(({ id }) => !known.has(id))) return err('One of these items is not there any more.');
    return ok(withRecords(design, 'placements', moves));
  },
});
