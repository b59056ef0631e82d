import { z } from 'zod';
import { id, type LinkId } from '../lib/ids.ts';
import { ok } from '../lib/result.ts';
import { TABLES, withRecords, type Link } from '../model/index.ts';
import { defineCommand } from './define.ts';

const { a, b, lengthM } = TABLES.links.shape;

/** Draws a cable between two ports. Whether they fit is for the checks. */
export const connectPorts = defineCommand({
  id: 'connect-ports',
  payload: z.strictObject({ a, b, lengthM }),
  label: () => 'Connect two ports',
  apply: (design, ends, context) => {
    const link: Link = {
      id: id<LinkId>(context.newId('link')),
      ...ends,
      medium: 'auto',
      cableId: null,
      breakout: null,
    };
    return ok(withRecords(design, 'links', [link]));
  },
});
