import type { Design } from '../model/index.ts';
import type { Plan } from './types.ts';

/**
 * The design with exactly the products its plan uses embedded, so that its file opens the same without the
 * catalog. Returns the design itself when nothing changes. A part that nobody knows stays named and missing.
 */
export function embedParts(design: Design, plan: Plan): Design {
  const same =
    design.parts.size === plan.parts.size &&
    [...plan.parts].every(([id, part]) => design.parts.get(id) === part);
  return same ? design : { ...design, parts: plan.parts };
}
