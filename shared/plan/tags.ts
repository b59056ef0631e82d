import { must } from '../lib/assert.ts';
import type { LinkId } from '../lib/ids.ts';
import type { CableRun, Plan } from './types.ts';

/** Gives the numbers of so many cables: C001, C002 ... with three digits at least. */
export type Numbering = (count: number) => readonly string[];

/** Makes a numbering. It keeps the texts of the last time, of which an edit changes hardly any. */
export function createNumbering(): Numbering {
  let last: readonly string[] = [];
  return (count) => {
    if (count === last.length) return last;
    const width = digitsOf(count);
    const tags = width === digitsOf(last.length) ? last.slice(0, count) : [];
    while (tags.length < count) tags.push(`C${String(tags.length + 1).padStart(width, '0')}`);
    return (last = tags);
  };
}

function digitsOf(count: number): number {
  return Math.max(3, String(count).length);
}

/** The numbers of cables by link. All lanes of a breakout have that of their cable. */
export function tagsByLink(runs: readonly CableRun[], runTags: readonly string[]): Plan['tags'] {
  const tags = new Map<LinkId, string>();
  runs.forEach(({ links }, i) => {
    for (const { id } of links) tags.set(id, must(runTags[i], 'the number of a cable'));
  });
  return tags;
}

/** The number of the cable a link is, or is a lane of. */
export function tagOf(id: LinkId, { tags }: Pick<Plan, 'tags'>): string {
  return must(tags.get(id), 'the number of a cable');
}
