import { z } from 'zod';
import { id, type RackId } from '../lib/ids.ts';
import { err } from '../lib/result.ts';
import { TABLES, withRecords } from '../model/index.ts';
import { standIn } from './assign-rack.ts';
import { defineCommand } from './define.ts';

/** Puts a rack at the end of the row, with nodes and switches to stand in it. Without a name it is counted: `Rack 3`. */
export const addRack = defineCommand({
  id: 'add-rack',
  payload: z.strictObject({ name: TABLES.racks.shape.name.optional(), ids: z.array(z.string()).optional() }),
  label: ({ name, ids = [] }) => {
    const rack = name === undefined ? 'a rack' : `rack ${name}`;
    if (ids.length === 0) return `Add ${rack}`;
    return `Add ${rack} for ${ids.length === 1 ? 'an item' : `${ids.length} items`}`;
  },
  apply: (design, { name, ids = [] }, context) => {
    const racks = [...design.racks.values()];
    const position = 1 + Math.max(0, ...racks.map((rack) => rack.position));
    if (position > 1000) return err('The row is full: at most 1000 places.');
    const taken = new Set(racks.map((rack) => rack.name));
    let counted = racks.length + 1;
    while (taken.has(`Rack ${counted}`)) counted += 1;
    const rack = { id: id<RackId>(context.newId('rack')), name: name ?? `Rack ${counted}`, position };
    return standIn(withRecords(design, 'racks', [rack]), ids, rack.id);
  },
});
