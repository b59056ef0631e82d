import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords, type Link } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { keepPlaces } from './keep-places.ts';
import { withAllLanes } from './lanes.ts';

const { id, a } = TABLES.links.shape;

/**
 * Moves one end of a cable to another port. Moving the end that is split takes all lanes of the cable along.
 * `automatic` gives up a medium and a cable chosen by hand, for a place where they do not fit;
 * `keep` is that of connecting.
 */
export const rewireLink = defineCommand({
  id: 'rewire-link',
  payload: z.strictObject({
    id,
    end: z.enum(['a', 'b']),
    to: a,
    automatic: z.boolean(),
    keep: z.array(TABLES.placements).optional(),
  }),
  label: () => 'Move an end of a cable',
  apply: (design, { id: linkId, end, to, automatic, keep }) => {
    const link = design.links.get(linkId);
    if (!link) return err('This cable is not there any more.');
    const free: Partial<Link> = automatic ? { medium: 'auto', cableId: null } : {};
    const whole = withAllLanes(design, [link]);
    const moved = whole.map((lane): Link => ({
      ...lane,
      ...free,
      ...(lane === link || end === 'b' ? { [end]: to } : {}),
    }));
    return ok(withRecords(keepPlaces(design, keep), 'links', moved));
  },
});
