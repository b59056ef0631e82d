import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords, withoutRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';

/** Takes a rack away; what stood in it stands in none. */
export const removeRack = defineCommand({
  id: 'remove-rack',
  payload: z.strictObject({ id: TABLES.racks.shape.id }),
  label: ({ id }, design) => `Remove rack ${design.racks.get(id)?.name ?? ''}`.trimEnd(),
  apply: (design, { id }) => {
    if (!design.racks.has(id)) return err('That rack is not there any more.');
    const nodes = [...design.nodes.values()].filter(({ rackId }) => rackId === id);
    const switches = [...design.switches.values()].filter(({ rackId }) => rackId === id);
    const emptied = withRecords(
      withRecords(
        design,
        'nodes',
        nodes.map((node) => ({ ...node, rackId: null })),
      ),
      'switches',
      switches.map((item) => ({ ...item, rackId: null })),
    );
    return ok(withoutRecords(emptied, 'racks', new Set<string>([id])));
  },
});
