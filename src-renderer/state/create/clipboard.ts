import { catalog, withEmbedded } from '../../../shared/catalog/index.ts';
import {
  cutFragment,
  parseFragment,
  pasteFragment,
  serializeFragment,
} from '../../../shared/fragment/index.ts';
import { message } from '../../messages/en.ts';
import type { Board } from './board.ts';
import { createId } from '../create-id.ts';
import { copyable } from './duplicates.ts';
import { focusDrawing, placePlanned, placesOf } from './place.ts';

/** The selection as text for the system's clipboard, null when nothing of it can be copied. */
export function copySelection(world: Board): string | null {
  const { project, view } = world;
  const { design } = project;
  const parts = withEmbedded(catalog, design.parts);
  const fragment = cutFragment(design, parts, copyable(world), placesOf(project.scene));
  if (!fragment) return null;
  const count = fragment.nodes.length + fragment.switches.length;
  view.announce(`Copied ${count === 1 ? '1 item' : `${count} items`}.`);
  return serializeFragment(fragment);
}

/** The selection as text, and gone from the design. */
export function cutSelection(world: Board): string | null {
  const ids = copyable(world);
  const text = copySelection(world);
  if (text === null || !world.session.edit('remove-items', { ids: [...ids] })) return null;
  world.view.clearSelection();
  world.view.announce('Cut. Paste to put it somewhere else.');
  return text;
}

/** Puts text from the clipboard into the design when it is a piece of one. True when it was dealt with. */
export function pasteText(world: Board, text: string): boolean {
  const { project, session, view } = world;
  const read = parseFragment(text);
  if (!read.ok) {
    if (read.error.kind === 'other') return false;
    session.toasts.show('warn', message('paste.damaged'), read.error.reason);
    return true;
  }
  const { design, outcome } = project;
  const parts = withEmbedded(catalog, design.parts);
  const pasted = pasteFragment(design, outcome.plan, parts, read.value, {
    newId: createId,
    at: { x: 0, y: 0 },
  });
  if (pasted.items.length > 0) {
    if (placePlanned(world, pasted, null)) focusDrawing(world);
  } else view.announce('There is nothing to paste.');
  return true;
}

/** Puts text on the system's clipboard without asking for a permission, which a host may deny. */
export function putOnClipboard(text: string): void {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way that needs no permission
  document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
}

/** Pastes by a menu: reading the clipboard needs a permission that a key press does not. */
export async function pasteFromClipboard(world: Board): Promise<void> {
  try {
    const text = await navigator.clipboard.readText();
    if (!pasteText(world, text)) world.session.toasts.show('info', message('paste.other'));
  } catch {
    world.session.toasts.show('info', message('paste.byKey'));
  }
}
