import type { Action, ActionList } from '../state/actions/index.ts';
import { shownShortcut } from '../tools/index.ts';
import type { MenuItem } from '../ui/menu-item.ts';
import { IS_MAC } from '../ui/platform.ts';

/** The line of an action in a menu. */
export function actionItem(action: Action, separated = false): MenuItem {
  return {
    id: action.id,
    label: action.label(),
    shortcut: shortcutOf(action),
    disabled: !action.enabled(),
    separated,
    onselect: action.perform,
  };
}

/** The first shortcut of an action as the platform writes it. */
export function shortcutOf(action: Action): string | undefined {
  const key = action.keys[0];
  return key === undefined ? undefined : shownShortcut(key, IS_MAC);
}

/** A menu of named actions, `null` for a line between two groups. */
export function itemsOf(actions: ActionList, ids: readonly (string | null)[]): readonly MenuItem[] {
  return ids.flatMap((id, index) =>
    id === null ? [] : [actionItem(actions.get(id), ids[index - 1] === null)],
  );
}

/** Every action that applies to what is selected, a line between the groups; what takes it away comes last. */
export function selectionItems(actions: ActionList): readonly MenuItem[] {
  const all = actions.all.filter((action) => action.menu?.());
  const listed = [
    ...all.filter(({ removes }) => removes !== true),
    ...all.filter(({ removes }) => removes === true),
  ];
  return listed.map((action, index) => {
    const before = listed[index - 1];
    return actionItem(action, before?.group !== action.group || before.removes !== action.removes);
  });
}
