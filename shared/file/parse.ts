import { err, ok, type Result } from '../lib/result.ts';
import { checkIntegrity, type BrokenReference, type Design } from '../model/index.ts';
import { APP, designOf, type FileRecords } from './envelope.ts';
import type { FileFailure } from './failure.ts';
import { CURRENT_VERSION, migrations } from './migrations/index.ts';
import { findRepeatedKey } from './repeated-key.ts';
import { validateFile } from './validate.ts';

/**
 * Reads the text of a design file: JSON, ours, not too new, migrated, valid, and every reference resolves.
 * Never throws; the first stage that fails is the failure.
 */
export function parseDesignFile(text: string): Result<Design, FileFailure> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const envelope = checkEnvelope(json.value);
  if (!envelope.ok) return envelope;
  const migrated = migrate(envelope.value.file, envelope.value.version);
  if (!migrated.ok) return migrated;
  const parsed = validateFile(migrated.value);
  if (!parsed.ok) {
    const issues = parsed.error.map(({ path, message }) => ({
      path: describePath(path, migrated.value),
      message,
    }));
    return err({ tag: 'invalid', issues });
  }
  // Only now: the schema has bounded how deep the text nests.
  const twice = findRepeatedKey(text);
  if (twice) {
    const path = `line ${twice.line}, column ${twice.column}`;
    return err({ tag: 'invalid', issues: [{ path, message: `The key "${twice.key}" is there twice` }] });
  }
  const repeated = repeatedIds(parsed.value);
  if (repeated.length > 0) return err({ tag: 'brokenReference', references: repeated });
  const design = designOf(parsed.value);
  const references = checkIntegrity(design);
  return references.length > 0 ? err({ tag: 'brokenReference', references }) : ok(design);
}

function parseJson(text: string): Result<unknown, FileFailure> {
  const body = text.replace(/^\ufeff/, '');
  try {
    return ok(JSON.parse(body));
  } catch (error) {
    return err(locateJsonError(body, error instanceof Error ? error.message : ''));
  }
}

/** V8 names the position of most errors; those without one lie at the end of the text. */
function locateJsonError(text: string, message: string): FileFailure {
  const end = text.trimEnd().length;
  const named = /position (\d+)/.exec(message)?.[1];
  const quoted = named === undefined && /Unexpected token/.test(message) ? findQuoted(text, message) : null;
  const position = named !== undefined ? Number(named) : (quoted ?? end);
  const truncated = end > 0 && (position >= end || /Unterminated string/.test(message));
  const before = text.slice(0, truncated ? end : position).split('\n');
  return { tag: 'notJson', line: before.length, column: (before.at(-1) ?? '').length + 1, truncated };
}

/** Short texts: V8 quotes the token and the text instead of a position. */
function findQuoted(text: string, message: string): number | null {
  const token = /Unexpected token '(.)'/su.exec(message)?.[1];
  const at = token === undefined ? -1 : text.indexOf(token);
  return at < 0 ? null : at;
}

interface Envelope {
  readonly file: Record<string, unknown>;
  readonly version: number;
}

function checkEnvelope(value: unknown): Result<Envelope, FileFailure> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return err({ tag: 'notOurs', found: 'it holds no object with "app" and "formatVersion"' });
  }
  const file = value as Record<string, unknown>;
  if (file['app'] !== APP) {
    return err({ tag: 'notOurs', found: describeApp(file['app']) });
  }
  const version = file['formatVersion'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return err({
      tag: 'invalid',
      issues: [{ path: 'formatVersion', message: 'A whole number from 1 is expected' }],
    });
  }
  if (version > CURRENT_VERSION) return err({ tag: 'tooNew', version, supported: CURRENT_VERSION });
  return ok({ file, version });
}

/** Values are named by their kind: written out they can be megabytes, or too deep to be written out at all. */
function describeApp(app: unknown): string {
  if (app === undefined) return 'the key "app" is missing';
  if (typeof app === 'string') return `"app" is ${JSON.stringify(app.slice(0, 60))}`;
  if (typeof app === 'object' && app !== null)
    return `"app" is ${Array.isArray(app) ? 'a list' : 'an object'}`;
  return `"app" is ${JSON.stringify(app)}`;
}

function migrate(file: Record<string, unknown>, from: number): Result<Record<string, unknown>, FileFailure> {
  if (from === CURRENT_VERSION) return ok(file);
  const copy = structuredCloneJson(file);
  for (const step of migrations.filter(({ to }) => to > from)) {
    try {
      step.migrate(copy);
      copy['formatVersion'] = step.to;
    } catch (error) {
      return err({
        tag: 'migrationFailed',
        step: step.name,
        message: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return ok(copy);
}

function structuredCloneJson(file: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(file)) as Record<string, unknown>;
}

/** `records.nodes[3] (fs01).profileId`: the place, with the id of the record where it has one. */
function describePath(path: readonly PropertyKey[], root: unknown): string {
  let at = root;
  let text = '';
  for (const key of path) {
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined;
    if (typeof key === 'number') {
      const id = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)['id'] : undefined;
      text += typeof id === 'string' ? `[${key}] (${id.slice(0, 64)})` : `[${key}]`;
    } else text += text === '' ? String(key) : `.${String(key)}`;
  }
  return text === '' ? 'the file' : text;
}

function repeatedIds(records: FileRecords): BrokenReference[] {
  const repeated: BrokenReference[] = [];
  for (const [table, list] of Object.entries(records)) {
    if (!Array.isArray(list)) continue;
    const seen = new Set<string>();
    for (const { id } of list) {
      if (seen.has(id)) repeated.push({ path: `${table}/${id}`, names: `the id "${id}" a second time` });
      seen.add(id);
    }
  }
  return repeated;
}
