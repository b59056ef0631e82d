import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withoutRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';

/** Takes an acknowledgement back: the finding counts again. */
export const withdrawAcknowledgement = defineCommand({
  id: 'withdraw-acknowledgement',
  payload: z.strictObject({ id: TABLES.acknowledgements.shape.id }),
  label: (payload, design) =>
    `Withdraw the note on ${design.acknowledgements.get(payload.id)?.rule ?? 'a finding'}`,
  apply: (design, payload) => {
    if (!design.acknowledgements.has(payload.id)) return err('That note is not there any more.');
    return ok(withoutRecords(design, 'acknowledgements', new Set([payload.id])));
  },
});
