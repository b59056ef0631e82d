import { stableJson } from '../../shared/lib/stable-json.ts';
import { TABLE_NAMES, type Design } from '../../shared/model/index.ts';

/**
 * True when two designs say the same. Records that kept their identity are taken as equal without looking;
 * the others are compared by content, so that undoing or retyping a value counts as "not edited".
 */
export function sameDesign(a: Design, b: Design): boolean {
  if (a === b) return true;
  // Copies of parts follow from the other records; they are refreshed when the file is written.
  return TABLE_NAMES.every((name) => name === 'parts' || sameTable(a[name], b[name]));
}

function sameTable(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [id, record] of a) {
    const other = b.get(id);
    if (other === record) continue;
    if (other === undefined || stableJson(other) !== stableJson(record)) return false;
  }
  return true;
}
