import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { lineSchema } from '../lib/text.ts';
import { lengthSchema } from './cabling.ts';
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

/** The lane of a breakout cable that a link is. All its lanes have the same end `b`: the switch port that is split. */
const laneSchema = z.strictObject({
  id: idSchema<'breakout'>(),
  /** From 1. */
  lane: z.int().min(1).max(4),
  /** Lanes the port is split into, used or not. */
  ways: z.union([z.literal(2), z.literal(4)]),
});
export type BreakoutLane = z.infer<typeof laneSchema>;

/** A cable between two ports, or one lane of a breakout cable. */
export const linkSchema = z.strictObject({
  id: idSchema<'link'>(),
  a: linkEndSchema,
  b: linkEndSchema,
  /** Length the route needs in metres, or null for that of the pair or the racks. The cable bought is the next stock length. */
  lengthM: lengthSchema.nullable(),
  /** What to make it of: `auto` takes a DAC when in reach, else an AOC, else transceivers and fibre. */
  medium: z.enum(['auto', 'dac', 'aoc', 'multimode', 'single-mode']),
  /** A cable part chosen by hand; null to choose by the rules above. */
  cableId: idSchema<'part'>().nullable(),
  /** Null for a cable with two ends. Lanes of one breakout cable agree in length, medium and chosen cable. */
  breakout: laneSchema.nullable(),
});
export type Link = z.infer<typeof linkSchema>;
