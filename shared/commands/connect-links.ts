import { z } from 'zod';
import { id, type BreakoutId, type LinkId } from '../lib/ids.ts';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords, type Design, type Link } from '../model/index.ts';
import type { CommandContext } from './define.ts';
import { defineCommand } from './define.ts';

const { a, b, lengthM, medium, cableId } = TABLES.links.shape;

const newLinkSchema = z.strictObject({
  a,
  b,
  lengthM,
  medium,
  cableId,
  /** Lanes with the same key are one cable. The id of a breakout cable of the design adds lanes to it. */
  breakout: z
    .strictObject({
      key: z.string(),
      lane: z.int().min(1).max(4),
      ways: z.union([z.literal(2), z.literal(4)]),
    })
    .nullable(),
});

/** Draws many cables in one step, lanes of breakout cables among them. Whether they fit is for the checks. */
export const connectLinks = defineCommand({
  id: 'connect-links',
  payload: z.strictObject({ links: z.array(newLinkSchema).min(1, 'There is no cable to connect') }),
  label: ({ links }) => {
    const cables = new Set(links.map(({ breakout }, i) => breakout?.key ?? i)).size;
    return cables === 1 ? 'Connect a cable' : `Connect ${cables} cables`;
  },
  apply: (design, { links }, context) => {
    const breakoutOf = namer(design, context);
    const made = links.map(({ breakout, ...facts }): Link => {
      const linkId = id<LinkId>(context.newId('link'));
      if (!breakout) return { ...facts, id: linkId, breakout };
      const { key, ...lane } = breakout;
      return { ...facts, id: linkId, breakout: { ...lane, id: breakoutOf(key) } };
    });
    if (made.some((link) => design.links.has(link.id))) return err('A new cable got an id that is taken.');
    return ok(withRecords(design, 'links', made));
  },
});

/** Gives each key the id of one breakout cable. */
function namer(design: Design, context: CommandContext): (key: string) => BreakoutId {
  const ids = new Map<string, BreakoutId>();
  for (const { breakout } of design.links.values()) if (breakout) ids.set(breakout.id, breakout.id);
  return (key) => {
    const known = ids.get(key) ?? id<BreakoutId>(context.newId('breakout'));
    ids.set(key, known);
    return known;
  };
}
