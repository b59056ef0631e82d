import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { cablingOf, withRecords, withoutRecords, type Design, type LinkEnd } from '../model/index.ts';
import { defineCommand } from './define.ts';

/** Removes nodes, switches, cables or whole clusters, with the cables that ended at them. Profiles stay. */
export const removeItems = defineCommand({
  id: 'remove-items',
  payload: z.strictObject({ ids: z.array(z.string()).min(1, 'Nothing is chosen to remove') }),
  label: ({ ids }, design) => {
    const [only = ''] = ids.length === 1 ? ids : [];
    const { nodes, switches, clusters, links } = design;
    const item = nodes.get(only as never) ?? switches.get(only as never);
    if (item) return `Remove ${item.name}`;
    const cluster = clusters.get(only as never);
    if (cluster) return `Remove cluster ${cluster.name}`;
    if (links.has(only as never)) return 'Remove a cable';
    return ids.length === 1 ? 'Remove an item' : `Remove ${ids.length} items`;
  },
  apply: (design, { ids }) => {
    const doomed = new Set(ids);
    for (const node of design.nodes.values()) if (doomed.has(node.clusterId)) doomed.add(node.id);
    for (const link of design.links.values()) {
      if (doomed.has(ownerOf(link.a)) || doomed.has(ownerOf(link.b))) doomed.add(link.id);
    }
    let next: Design = design;
    for (const table of ['clusters', 'nodes', 'switches', 'links', 'placements'] as const) {
      next = withoutRecords(next, table, doomed);
    }
    const cabling = cablingOf(design);
    const pairs = cabling.pairs.filter(({ a, b }) => !doomed.has(a) && !doomed.has(b));
    if (pairs.length < cabling.pairs.length) next = withRecords(next, 'cabling', [{ ...cabling, pairs }]);
    return next === design ? err('There is nothing like that to remove.') : ok(next);
  },
});

function ownerOf(end: LinkEnd): string {
  return end.kind === 'node' ? end.nodeId : end.switchId;
}
