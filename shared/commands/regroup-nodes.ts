import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';
import { withoutEmptied } from './emptied-clusters.ts';

/**
 * Puts nodes into another cluster, one that is there or a new one, and where the gesture dropped them. Clusters
 * that lose their last node go with it: nothing of them would be seen any more.
 */
export const regroupNodes = defineCommand({
  id: 'regroup-nodes',
  payload: z.strictObject({
    ids: z.array(TABLES.nodes.shape.id).min(1, 'No node is chosen'),
    clusterId: TABLES.clusters.shape.id,
    /** The cluster of that id, when it is to be made. */
    create: TABLES.clusters.nullable(),
    moves: z.array(TABLES.placements),
    /** Where the others stood by themselves until now. */
    keep: z.array(TABLES.placements),
  }),
  label: ({ ids, clusterId, create }, design) => {
    const nodes =
      ids.length === 1 ? (design.nodes.get(ids[0] as never)?.name ?? 'a node') : `${ids.length} nodes`;
    if (create) return `Group ${nodes} as ${create.name}`;
    return `Move ${nodes} to ${design.clusters.get(clusterId)?.name ?? clusterId}`;
  },
  apply: (design, { ids, clusterId, create, moves, keep }) => {
    const nodes = ids.flatMap((id) => design.nodes.get(id) ?? []);
    if (nodes.length !== ids.length) return err('One of these nodes is not there any more.');
    if (create && design.clusters.has(create.id)) return err(`There is a cluster "${create.id}" already.`);
    if (create && create.id !== clusterId) return err('The new cluster is another one than the nodes go to.');
    if (!create && !design.clusters.has(clusterId)) return err('That cluster is not there any more.');
    const known: ReadonlySet<string> = new Set([...design.nodes.keys(), ...design.switches.keys()]);
    if (moves.some(({ id }) => !known.has(id))) return err('One of these items is not there any more.');
    const free = keep.filter(({ id }) => known.has(id) && !design.placements.has(id));
    const grouped = withRecords(design, 'clusters', create ? [create] : []);
    const moved = withRecords(
      grouped,
      'nodes',
      nodes.map((node) => ({ ...node, clusterId })),
    );
    const placed = withRecords(moved, 'placements', [...free, ...moves]);
    return ok(withoutEmptied(placed, new Set(nodes.map((node) => node.clusterId))));
  },
});
