import { catalog, withEmbedded } from '../../shared/catalog/index.ts';
import type { PartId } from '../../shared/lib/ids.ts';
import { planSwap, type SwapRequest } from '../../shared/swap/index.ts';
import { createId } from '../state/create-id.ts';
import type { ProjectState } from '../state/project.svelte.ts';
import type { ViewState } from '../state/view.svelte.ts';

/**
 * Another model for some pieces, chosen in a field: done at once where everything fits, else the dialog asks what
 * is to become of the rest. Gives back why it cannot be, null when it was taken or is being asked about.
 */
export function swapModel(project: ProjectState, view: ViewState, request: SwapRequest): string | null {
  const { design, outcome } = project;
  const parts = withEmbedded(catalog, design.parts);
  const ground = { design, plan: outcome.plan, catalog: parts, newId: createId };
  const planned = planSwap(ground, request, new Map());
  if (!planned.ok) return planned.error;
  const { misfits, edit } = planned.value;
  if (misfits.some(({ severity }) => severity !== 'info')) {
    view.openDialog('swap', { what: request.what, ids: request.ids, partId: request.partId });
    return null;
  }
  const result = project.run('swap-products', edit);
  if (result.ok) view.announce(edit.label);
  return result.ok ? null : result.error;
}

/** Opens the dialog without a model chosen. */
export function askSwap(
  view: ViewState,
  what: SwapRequest['what'],
  ids: readonly string[],
  partId: PartId | null = null,
): void {
  view.openDialog('swap', { what, ids, partId });
}
