import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { stableJson } from '../lib/stable-json.ts';
import type { Design } from '../model/index.ts';
import { APP, recordsOf } from './envelope.ts';
import { CURRENT_VERSION } from './migrations/index.ts';

/**
 * The text of a design file: sorted keys, records by id, one value a line, so that a change of one record is
 * a few lines of a text diff. `savedBy` is the program's version.
 */
export function serializeDesign(design: Design, savedBy: string): string {
  const file = {
    $schema: `clusterwright-design-${CURRENT_VERSION}.schema.json`,
    app: APP,
    formatVersion: CURRENT_VERSION,
    savedBy,
    records: recordsOf(design),
  };
  return `${stableJson(file)}\n`;
}

/** SHA-256 of the design's records in hexadecimal: equal designs have equal hashes, whoever saved them. */
export function designHash(design: Design): string {
  return bytesToHex(sha256(utf8ToBytes(stableJson(recordsOf(design)))));
}
