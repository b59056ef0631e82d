import type { BenchEntry } from './entry.ts';
import { outputEntries } from './outputs.ts';
import { planEntries } from './plan.ts';
import { sizeEntries } from './size.ts';

/** Everything `npm run bench` measures, in the order of its table. */
export const entries: readonly BenchEntry[] = [...planEntries, ...sizeEntries, ...outputEntries];
