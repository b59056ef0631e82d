import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { mergeChanges } from './edit-record.ts';
import { withAllLanes } from './lanes.ts';

const { id, lengthM, medium, cableId } = TABLES.links.shape;

/** Changes length, medium or chosen cable of one or many links in one step; a lane takes its whole cable along. */
export const editLinks = defineCommand({
  id: 'edit-links',
  payload: z.strictObject({
    ids: z.array(id).min(1, 'No cable is chosen'),
    changes: z.strictObject({ lengthM, medium, cableId }).partial(),
  }),
  label: ({ ids }) => (ids.length === 1 ? 'Edit a cable' : `Edit ${ids.length} cables`),
  apply: (design, { ids, changes }) => {
    const links = ids.flatMap((linkId) => design.links.get(linkId) ?? []);
    if (links.length !== ids.length) return err('One of these cables is not there any more.');
    return ok(
      withRecords(
        design,
        'links',
        withAllLanes(design, links).map((link) => mergeChanges(link, changes)),
      ),
    );
  },
});
