import { z } from 'zod';
import type { RackId } from '../lib/ids.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { TABLES, withRecords, type Design } from '../model/index.ts';
import { defineCommand } from './define.ts';

/** Puts nodes and switches into a rack; null takes them out of theirs. */
export const assignRack = defineCommand({
  id: 'assign-rack',
  payload: z.strictObject({
    ids: z.array(z.string()).min(1, 'Nothing is chosen'),
    rackId: TABLES.nodes.shape.rackId,
  }),
  label: ({ ids, rackId }, design) => {
    const what = ids.length === 1 ? 'an item' : `${ids.length} items`;
    const rack = rackId && design.racks.get(rackId);
    return rack ? `Put ${what} into ${rack.name}` : `Take ${what} out of the rack`;
  },
  apply: (design, { ids, rackId }) => standIn(design, ids, rackId),
});

/** The design with nodes and switches in a rack of it, or in none. */
export function standIn(
  design: Design,
  ids: readonly string[],
  rackId: RackId | null,
): Result<Design, string> {
  const nodes = ids.flatMap((itemId) => design.nodes.get(itemId as never) ?? []);
  const switches = ids.flatMap((itemId) => design.switches.get(itemId as never) ?? []);
  if (nodes.length + switches.length !== ids.length) return err('One of these items is not there any more.');
  const withNodes = withRecords(
    design,
    'nodes',
    nodes.map((node) => ({ ...node, rackId })),
  );
  return ok(
    withRecords(
      withNodes,
      'switches',
      switches.map((item) => ({ ...item, rackId })),
    ),
  );
}
