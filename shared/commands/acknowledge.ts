import { z } from 'zod';
import { id, type AcknowledgementId } from '../lib/ids.ts';
import { ok } from '../lib/result.ts';
import { compareText } from '../lib/stable-json.ts';
import { TABLES, projectOf, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';

const { rule, subjects, note } = TABLES.acknowledgements.shape;

/** Accepts a finding with a note; a second note for the same finding replaces the first. */
export const acknowledge = defineCommand({
  id: 'acknowledge',
  payload: z.strictObject({ rule, subjects, note }),
  label: (payload) => `Acknowledge ${payload.rule}`,
  apply: (design, payload, context) => {
    const sorted = [...payload.subjects].sort(compareText);
    const same = [...design.acknowledgements.values()].find(
      (known) => known.rule === payload.rule && known.subjects.join('\n') === sorted.join('\n'),
    );
    const record = {
      id: same?.id ?? id<AcknowledgementId>(context.newId('ack')),
      rule: payload.rule,
      subjects: sorted,
      note: payload.note,
      author: projectOf(design).author,
    };
    return ok(withRecords(design, 'acknowledgements', [record]));
  },
});
