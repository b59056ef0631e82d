import type { Design } from '../../shared/model/index.ts';
import { tagOf, type Plan } from '../../shared/plan/index.ts';
import { subjectOf } from '../panels/subjects.ts';

/** One thing that failed as people count it: a breakout cable is one, whatever its lanes. */
export interface FailedComponent {
  readonly label: string;
  readonly ids: readonly string[];
}

/** What failed, in the order it did; the lanes of one cable together. */
export function failedComponents(
  design: Design,
  plan: Plan,
  failed: ReadonlySet<string>,
): readonly FailedComponent[] {
  const found = new Map<string, { label: string; ids: string[] }>();
  for (const id of failed) {
    const link = plan.linkById.get(id as never);
    const key = link ? `cable ${tagOf(link.id, plan)}` : id;
    const known = found.get(key);
    if (known) known.ids.push(id);
    else found.set(key, { label: link ? key : subjectOf(design, plan, id).label, ids: [id] });
  }
  return [...found.values()];
}
