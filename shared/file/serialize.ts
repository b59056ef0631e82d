import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { compareText, stableJson } from '../lib/stable-json.ts';
import type { Design } from '../model/index.ts';
import { APP, recordsOf } from './envelope.ts';
import { CURRENT_VERSION } from './migrations/index.ts';

/**
 * The text of a design file: sorted keys, records by id, one value a line, so that a change of one record is
 * a few lines of a text diff. `savedBy` is the program's version.
 */
export function serializeDesign(design: Design, savedBy: string): string {
  const tables = Object.entries(recordsOf(design))
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, records]) => `    ${JSON.stringify(name)}: ${tableText(records)}`);
  const schema = `clusterwright-design-${CURRENT_VERSION}.schema.json`;
  return [
    '{',
    `  "$schema": ${JSON.stringify(schema)},`,
    `  "app": ${JSON.stringify(APP)},`,
    `  "formatVersion": ${CURRENT_VERSION},`,
    '  "records": {',
    tables.join(',\n'),
    '  },',
    `  "savedBy": ${JSON.stringify(savedBy)}`,
    '}\n',
  ].join('\n');
}

/**
 * Texts of records by identity. A record is never changed in place, and an edit touches few of them: a recovery copy of
 * a thousand nodes is made anew every second while somebody draws.
 */
const texts = new WeakMap<object, string>();

function tableText(records: unknown): string {
  if (!Array.isArray(records)) return indented(stableJson(records), '    ');
  if (records.length === 0) return '[]';
  const lines = (records as readonly object[]).map((record) => `      ${recordText(record)}`);
  return `[\n${lines.join(',\n')}\n    ]`;
}

/** One record as it stands in a list. */
function recordText(record: object): string {
  let text = texts.get(record);
  if (text === undefined) texts.set(record, (text = indented(stableJson(record), '      ')));
  return text;
}

function indented(text: string, by: string): string {
  return text.replaceAll('\n', `\n${by}`);
}

/** SHA-256 of the design's records in hexadecimal: equal designs have equal hashes, whoever saved them. */
export function designHash(design: Design): string {
  return bytesToHex(sha256(utf8ToBytes(stableJson(recordsOf(design)))));
}
