import type { z } from 'zod';
import { errorCode, type Disk } from './disk.ts';

/**
 * What a small file of our own holds; null when there is none, or nothing in it that we know, which `onTrouble` hears.
 * Throws when the disk does not give it out now: that says nothing of what it holds.
 */
export async function readSmallFile<T>(
  disk: Disk,
  path: string,
  schema: z.ZodType<T>,
  onTrouble: (error: unknown) => void,
): Promise<T | null> {
  let text: string;
  try {
    text = await disk.readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    onTrouble(error);
    return null;
  }
}
