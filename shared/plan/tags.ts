import { must } from '../lib/assert.ts';
import type { LinkId } from '../lib/ids.ts';
import type { CableRun, Plan } from './types.ts';

/**
 * The numbers of all cables by link: C001, C002 ... in their order, with three digits at least. All lanes of a
 * breakout have the number of their cable.
 */
export function numberRuns(runs: readonly CableRun[]): Plan['tags'] {
  const width = Math.max(3, String(runs.length).length);
  const tags = new Map<LinkId, string>();
  runs.forEach(({ links }, i) => {
    const tag = `C${String(i + 1).padStart(width, '0')}`;
    for (const { id } of links) tags.set(id, tag);
  });
  return tags;
}

/** The number of the cable a link is, or is a lane of. */
export function tagOf(id: LinkId, { tags }: Pick<Plan, 'tags'>): string {
  return must(tags.get(id), 'the number of a cable');
}
