import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { lineSchema } from '../lib/text.ts';
import { slotSchema } from './profile.ts';

const nodeEndSchema = z.strictObject({
  kind: z.literal('node'),
  nodeId: idSchema<'node'>(),
  slot: slotSchema,
  port: z.int().min(1).max(4),
});
const switchEndSchema = z.strictObject({
  kind: z.literal('switch'),
  switchId: idSchema<'switch'>(),
  /** Name of the port as printed on the switch. */
  port: lineSchema(1, 32),
});
export const linkEndSchema = z.discriminatedUnion('kind', [nodeEndSchema, switchEndSchema]);
export type LinkEnd = z.infer<typeof linkEndSchema>;
export type NodeEnd = z.infer<typeof nodeEndSchema>;
export type SwitchEnd = z.infer<typeof switchEndSchema>;

/** A cable between two ports. */
export const linkSchema = z.strictObject({
  id: idSchema<'link'>(),
  a: linkEndSchema,
  b: linkEndSchema,
  /** Length the route needs in metres; the cable bought is the next stock length. */
  lengthM: z.number().positive('A length is above 0 m').max(10_000, 'At most 10000 m'),
  /** What to make it of: `auto` takes a DAC when in reach, else an AOC, else transceivers and fibre. */
  medium: z.enum(['auto', 'dac', 'aoc', 'multimode', 'single-mode']),
  /** A cable part chosen by hand; null to choose by the rules above. */
  cableId: idSchema<'part'>().nullable(),
});
export type Link = z.infer<typeof linkSchema>;
