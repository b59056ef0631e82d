import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';

/** The ways in which several things are put in order, and how the step is called. */
const PLACINGS = {
  arrange: 'Arrange',
  'arrange-selection': 'Arrange the selection',
  'align-left': 'Align left',
  'align-centre': 'Align centres',
  'align-right': 'Align right',
  'align-top': 'Align top',
  'align-middle': 'Align middles',
  'align-bottom': 'Align bottom',
  'distribute-across': 'Distribute across',
  'distribute-down': 'Distribute down',
  row: 'Put in one row',
  grid: 'Snap to the grid',
} as const;
export type Placing = keyof typeof PLACINGS;

/**
 * Gives places to many things at once: arranging, aligning, distributing. `keep` names the places at which the
 * others stood by themselves until now, as with `move-items`.
 */
export const placeItems = defineCommand({
  id: 'place-items',
  payload: z.strictObject({
    how: z.enum(Object.keys(PLACINGS) as [Placing, ...Placing[]]),
    places: z.array(TABLES.placements).min(1, 'There is nothing to put in order'),
    keep: z.array(TABLES.placements).optional(),
  }),
  label: ({ how }) => PLACINGS[how],
  apply: (design, { places, keep = [] }) => {
    const known: ReadonlySet<string> = new Set([...design.nodes.keys(), ...design.switches.keys()]);
    if (places.some(({ id }) => !known.has(id))) return err('One of these items is not there any more.');
    const free = keep.filter(({ id }) => known.has(id) && !design.placements.has(id));
    return ok(withRecords(design, 'placements', [...free, ...places]));
  },
});
