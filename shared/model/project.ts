import { z } from 'zod';
import { lineSchema, noteSchema } from '../lib/text.ts';

/** Who the design is for and which revision it is; printed on every output. */
export const projectSchema = z.strictObject({
  id: z.literal('project'),
  name: lineSchema(1, 200),
  customer: lineSchema(0, 200),
  author: lineSchema(0, 200),
  revision: lineSchema(0, 40),
  /** Date of the revision as the user wrote it (YYYY-MM-DD), empty when not set. No clock is read for it. */
  revisionDate: z.union([z.literal(''), z.iso.date()]),
  /** ISO 4217 code for prices. */
  currency: z.string().regex(/^[A-Z]{3}$/, 'A currency is three capital letters, for example EUR'),
  note: noteSchema(4000),
});
export type Project = z.infer<typeof projectSchema>;
