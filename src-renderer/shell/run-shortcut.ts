import { heldBack, type Action, type ActionList } from '../state/actions/index.ts';
import type { ViewState } from '../state/view.svelte.ts';
import { matches } from '../tools/index.ts';
import { IS_MAC } from '../ui/platform.ts';

/** Performs the action whose shortcut was struck. What the focused element has already answered is left alone. */
export function runShortcut(event: KeyboardEvent, actions: ActionList, view: ViewState): void {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  // A browser that fills a field by itself sends a plain event, which has no key.
  if (!(event instanceof KeyboardEvent)) return;
  const action = actions.all.find(
    (entry) => !entry.native && entry.keys.some((key) => matches(key, event, IS_MAC)),
  );
  if (!action || !mayRun(action, event.target)) return;
  event.preventDefault();
  if (heldBack(action, { repeat: event.repeat, dragging: view.dragging }) || !action.enabled()) return;
  takeDraft();
  action.perform();
}

/** Keys that mean something in a text field, or in a table, stay there. */
function mayRun(action: Action, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  const typing = target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');
  if (typing) return action.group === 'File' || action.whileTyping === true;
  if (action.scope !== 'drawing') return true;
  return target === document.body || target.closest('[data-scope=drawing]') !== null;
}

/** A field takes what was typed when it is left: leave it and come back, so that saving saves it. */
function takeDraft(): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement)) return;
  focused.blur();
  focused.focus();
}
