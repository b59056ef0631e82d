import { MAX_DESIGN_CHARS } from '../../shared/host/index.ts';

/** Characters and numbers a message may hold: the largest design and a little around it. */
export const MAX_MESSAGE_SIZE = MAX_DESIGN_CHARS + 1024 * 1024;

/** Whether a message holds more than `limit` characters and values, counted without recursion. */
export function isLargerThan(message: unknown, limit: number): boolean {
  const open: unknown[] = [message];
  let size = 0;
  while (open.length > 0 && size <= limit) {
    const value = open.pop();
    size += 1;
    if (typeof value === 'string') size += value.length;
    else if (ArrayBuffer.isView(value)) size += value.byteLength;
    else if (value instanceof ArrayBuffer) size += value.byteLength;
    else if (value instanceof Map || value instanceof Set)
      for (const entry of value as Iterable<unknown>) open.push(entry);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        size += key.length;
        open.push(inner);
      }
    }
  }
  return size > limit;
}
