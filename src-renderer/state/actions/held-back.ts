import type { Action } from './define.ts';

/**
 * True when a stroke does nothing though it is an action's shortcut: a key held down must not make or take away one
 * thing after another, and while something is dragged only what is looked at may change.
 */
export function heldBack(
  { group, repeats }: Pick<Action, 'group' | 'repeats'>,
  stroke: { readonly repeat: boolean; readonly dragging: boolean },
): boolean {
  if (stroke.repeat && repeats !== true) return true;
  return stroke.dragging && group !== 'View';
}
