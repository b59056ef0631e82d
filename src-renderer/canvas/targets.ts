import type { Target } from '../tools/index.ts';

/** The item an element of the drawing stands for. What lies under the pointer is asked of the scene instead. */
export function targetOf(event: Event): Target | null {
  const element = event.target instanceof Element ? event.target.closest<SVGElement>('[data-id]') : null;
  const { id, kind } = element?.dataset ?? {};
  return id && kind ? { id, kind: kind as Target['kind'] } : null;
}
