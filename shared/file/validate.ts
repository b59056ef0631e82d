import { z } from 'zod';
import { err, ok, type Result } from '../lib/result.ts';
import { TABLES } from '../model/index.ts';
import { fileSchema, type FileRecords } from './envelope.ts';

export interface FileIssue {
  /** Keys and indexes from the root of the file. */
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A file of a hundred thousand broken records is told by its first ones; to word them all takes many seconds. */
export const MOST_ISSUES = 100;

const { project, fabric, cabling, ...lists } = TABLES;
type ListName = keyof typeof lists;
const LIST_NAMES = Object.keys(lists) as readonly ListName[];

const anyList = z.array(z.unknown());
const shellSchema = fileSchema.extend({
  records: z.strictObject({
    project,
    fabric,
    cabling,
    ...(Object.fromEntries(LIST_NAMES.map((name) => [name, anyList])) as Record<ListName, typeof anyList>),
  }),
});

/** The records of a file that holds to the schema, or what is wrong: first the frame, then record by record. */
export function validateFile(file: unknown): Result<FileRecords, readonly FileIssue[]> {
  const shell = shellSchema.safeParse(file);
  if (!shell.success) return err(shell.error.issues.slice(0, MOST_ISSUES));
  const issues: FileIssue[] = [];
  const checked: Partial<Record<ListName, unknown[]>> = {};
  for (const name of LIST_NAMES) {
    const kept: unknown[] = [];
    for (const [i, record] of shell.data.records[name].entries()) {
      const parsed = lists[name].safeParse(record);
      if (parsed.success) kept.push(parsed.data);
      else
        for (const { path, message } of parsed.error.issues)
          issues.push({ path: ['records', name, i, ...path], message });
      if (issues.length >= MOST_ISSUES) return err(issues.slice(0, MOST_ISSUES));
    }
    checked[name] = kept;
  }
  if (issues.length > 0) return err(issues);
  // Every list was read with the schema of its own table just now.
  return ok({ ...shell.data.records, ...checked } as FileRecords);
}
