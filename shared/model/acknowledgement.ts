import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { lineSchema, noteSchema } from '../lib/text.ts';

/** A finding the user has seen and accepted; its note is printed in the report. */
export const acknowledgementSchema = z.strictObject({
  id: idSchema<'acknowledgement'>(),
  rule: lineSchema(1, 20),
  /** Subjects of the finding, sorted; it counts only for exactly these. */
  subjects: z.array(lineSchema(1, 200)),
  note: noteSchema(2000),
  author: lineSchema(0, 200),
});
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;
