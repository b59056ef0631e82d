import { assert } from '../lib/assert.ts';

/** Names of a run of ports in panel order: `#` in the pattern stands for the number, both ends included. */
export function portNames(pattern: string, first: number, last: number): string[] {
  assert(pattern.includes('#') && last >= first, `a run of port names from ${pattern}, ${first} to ${last}`);
  return Array.from({ length: last - first + 1 }, (_, i) => pattern.replace('#', String(first + i)));
}
