import type { Migration } from './define.ts';
import { toVersion2 } from './v2.ts';
import { toVersion3 } from './v3.ts';

/** In order, without gaps: the first leads to version 2. */
export const migrations: readonly Migration[] = [toVersion2, toVersion3];

/** The version this program writes. */
export const CURRENT_VERSION = 3;
