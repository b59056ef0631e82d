import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { catalog, withEmbedded } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import {
  TABLES,
  TABLE_NAMES,
  buildDesign,
  checkIntegrity,
  type Design,
  type DesignRecords,
} from '../../../shared/model/index.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { runRules, type Finding } from '../../../shared/rules/index.ts';
import { templateById } from '../../../shared/templates/index.ts';

const ROOT = new URL('../../cases/rules/', import.meta.url);

/**
 * One step from a template to the design of a case. `path` names a record, or a place in it, as
 * `table/id/field/0`; exactly one of the others says what happens there.
 */
const changeSchema = z.strictObject({
  path: z.string(),
  /** Puts this value. */
  value: z.unknown().optional(),
  /** Adds this at the end of a list. */
  append: z.unknown().optional(),
  /** Takes the record or the entry out. */
  remove: z.literal(true).optional(),
  /** Copies the product of that id from the catalog into the design. */
  embed: z.literal(true).optional(),
  /** Adds that many copies of the record, with `-1`, `-2` ... behind id and name. */
  copies: z.int().positive().optional(),
});
type Change = z.infer<typeof changeSchema>;

const caseSchema = z.strictObject({
  template: z.string(),
  changes: z.array(changeSchema),
  /** Rules the changes break as well, each for certain, beside what the case is about. */
  besides: z.array(z.string()).min(1).optional(),
  /** Invalid: the new findings, all of the rule of the folder. Valid: the status of that rule. */
  expect: z.union([
    z.enum(['pass', 'not-applicable']),
    z
      .array(z.strictObject({ status: z.enum(['fail', 'warn', 'info']), subjects: z.array(z.string()) }))
      .min(1),
  ]),
});
export type RuleCase = z.infer<typeof caseSchema> & { readonly rule: string; readonly name: string };

/** All cases under tests/cases/rules. */
export function loadCases(): readonly RuleCase[] {
  return readdirSync(ROOT)
    .sort()
    .flatMap((rule) =>
      readdirSync(new URL(`${rule}/`, ROOT))
        .sort()
        .map((file) => {
          const text = readFileSync(new URL(`${rule}/${file}`, ROOT), 'utf8');
          return { ...caseSchema.parse(JSON.parse(text)), rule, name: file.replace(/\.json$/, '') };
        }),
    );
}

/** The design of a case: legal by the schemas of the model and whole in its references. */
export function designOf({ template, changes }: Pick<RuleCase, 'template' | 'changes'>): Design {
  const records = toPlain(must(templateById(template), `template ${template}`).build());
  for (const change of changes) applyChange(records, change);
  const lists = TABLE_NAMES.map((name) => [
    name,
    Object.values(records[name] ?? {}).map((record) => TABLES[name].parse(record)),
  ]);
  const design = buildDesign(Object.fromEntries(lists) as DesignRecords);
  const broken = checkIntegrity(design);
  if (broken.length > 0) throw new Error(`the case breaks references: ${JSON.stringify(broken)}`);
  return design;
}

/** All findings of a design. */
export function findingsOf(design: Design): readonly Finding[] {
  const plan = computePlan(design, withEmbedded(catalog, design.parts));
  return runRules({ design, plan });
}

type Plain = { [key: string]: unknown };

function toPlain(design: Design): Record<string, Plain> {
  const entries = TABLE_NAMES.map((name) => [name, Object.fromEntries<unknown>(design[name])] as const);
  // By way of JSON, because records of a template may share a part that a case changes in one of them only.
  return JSON.parse(JSON.stringify(Object.fromEntries(entries))) as Record<string, Plain>;
}

function applyChange(records: Record<string, Plain>, change: Change): void {
  const keys = change.path.split('/');
  const last = must(keys.pop(), 'a path');
  const holder = keys.reduce<unknown>((at, key) => step(at, key, change.path), records) as Plain;
  if (change.embed) {
    holder[last] = structuredClone(
      must(
        [...catalog.byId.values()].find(({ id }) => id === last),
        `product ${last}`,
      ),
    );
  } else if (change.copies !== undefined) {
    copyRecord(holder, last, change.copies);
  } else if (change.remove) {
    if (step(holder, last, change.path) === undefined) throw new Error(`nothing to remove at ${change.path}`);
    if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else Reflect.deleteProperty(holder, last);
  } else if (change.append !== undefined) {
    (step(holder, last, change.path) as unknown[]).push(change.append);
  } else {
    holder[last] = change.value;
  }
}

function step(at: unknown, key: string, path: string): unknown {
  if (typeof at !== 'object' || at === null) throw new Error(`no such place: ${path}`);
  return must((at as Plain)[key], `a place for ${path}`);
}

function copyRecord(table: Plain, id: string, copies: number): void {
  const original = must(table[id], `record ${id}`) as Plain;
  for (let i = 1; i <= copies; i++) {
    table[`${id}-${i}`] = {
      ...structuredClone(original),
      id: `${id}-${i}`,
      name: `${String(original['name'])}-${i}`,
    };
  }
}
