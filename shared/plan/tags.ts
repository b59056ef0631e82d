import { must } from '../lib/assert.ts';
import type { LinkId } from '../lib/ids.ts';
import type { CableRun, Plan } from './types.ts';

/** The numbers of cables in their order: C001, C002 ... with three digits at least. */
export function numberRuns(runs: readonly CableRun[]): readonly string[] {
  const width = Math.max(3, String(runs.length).length);
  return runs.map((_, i) => `C${String(i + 1).padStart(width, '0')}`);
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
