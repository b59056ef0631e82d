import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { mergeChanges } from './edit-record.ts';

const { id, clusterId, profileId, rackId } = TABLES.nodes.shape;

/** Gives several nodes the same cluster, profile or rack in one step. */
export const editNodes = defineCommand({
  id: 'edit-nodes',
  payload: z.strictObject({
    ids: z.array(id).min(1, 'No node is chosen'),
    changes: z.strictObject({ clusterId, profileId, rackId }).partial(),
  }),
  label: ({ ids }) => (ids.length === 1 ? 'Edit a node' : `Edit ${ids.length} nodes`),
  apply: (design, { ids, changes }) => {
    const nodes = ids.flatMap((nodeId) => design.nodes.get(nodeId) ?? []);
    if (nodes.length !== ids.length) return err('One of these nodes is not there any more.');
    return ok(
      withRecords(
        design,
        'nodes',
        nodes.map((node) => mergeChanges(node, changes)),
      ),
    );
  },
});
