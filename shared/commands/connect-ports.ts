import { z } from 'zod';
import { id, type LinkId } from '../lib/ids.ts';
import { ok } from '../lib/result.ts';
import { TABLES, withRecords, type Link } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { keepPlaces } from './keep-places.ts';

const { a, b, lengthM } = TABLES.links.shape;

/**
 * Draws a cable between two ports. Whether they fit is for the checks. `keep` fixes the places at which things stood
 * by themselves until now, as moving does: a cable must not move what it joins.
 */
export const connectPorts = defineCommand({
  id: 'connect-ports',
  payload: z.strictObject({ a, b, lengthM, keep: z.array(TABLES.placements).optional() }),
  label: () => 'Connect two ports',
  apply: (design, { keep, ...ends }, context) => {
    const link: Link = {
      id: id<LinkId>(context.newId('link')),
      ...ends,
      medium: 'auto',
      cableId: null,
      breakout: null,
    };
    return ok(withRecords(keepPlaces(design, keep), 'links', [link]));
  },
});
