import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { lineSchema } from '../lib/text.ts';
import { TABLES, withRecords, withoutRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';

/**
 * Takes over a swap that was planned (shared/swap): the records as they are after it, in one step. A record that
 * went away since refuses the whole.
 */
export const swapProducts = defineCommand({
  id: 'swap-products',
  payload: z.strictObject({
    label: lineSchema(1, 120),
    profiles: z.array(TABLES.profiles),
    nodes: z.array(TABLES.nodes),
    switches: z.array(TABLES.switches),
    links: z.array(TABLES.links),
    removed: z.array(TABLES.links.shape.id),
  }),
  label: ({ label }) => label,
  apply: (design, { profiles, nodes, switches, links, removed }) => {
    const there =
      nodes.every(({ id }) => design.nodes.has(id)) &&
      switches.every(({ id }) => design.switches.has(id)) &&
      links.every(({ id }) => design.links.has(id));
    if (!there) return err('The design has changed since this swap was planned. Plan it again.');
    const withHosts = withRecords(withRecords(design, 'profiles', profiles), 'nodes', nodes);
    const withPorts = withRecords(withRecords(withHosts, 'switches', switches), 'links', links);
    return ok(withoutRecords(withPorts, 'links', new Set<string>(removed)));
  },
});
