import type { SceneCable } from '../../shared/scene/index.ts';

/** The line of a cable: its first path. Later paths are its core, ends and cuts. */
export function pathOf(cable: SceneCable): string {
  for (const mark of cable.marks) if (mark.kind === 'path' && mark.stroke !== 'none') return mark.d;
  return '';
}
