import type { ProjectState } from '../state/project.svelte.ts';
import { ownName } from '../state/rename.ts';
import type { ViewState } from '../state/view.svelte.ts';

/** Opens the menu of an item, or of the ground when it is null. What is clicked is selected first, unless it is already. */
export function openItemMenu(
  { project, view }: { readonly project: ProjectState; readonly view: ViewState },
  id: string | null,
  place: { readonly x: number; readonly y: number },
): void {
  if (id === null) view.clearSelection();
  else if (!view.selection.has(id)) view.select([id]);
  view.openMenu({ ...place, label: labelOf(project, view) });
}

function labelOf(project: ProjectState, view: ViewState): string {
  const id = view.selectedId;
  if (id === null) return view.selection.size === 0 ? 'Drawing' : `${view.selection.size} selected`;
  const tag = project.outcome.plan.tags.get(id as never);
  return ownName(project.design, id) ?? (tag === undefined ? 'Selection' : `Cable ${tag}`);
}
