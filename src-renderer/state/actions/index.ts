import { assert } from '../../../shared/lib/assert.ts';
import type { Action, World } from './define.ts';
import { actionSources } from './list.ts';

export { ACTION_GROUPS, type Action, type World } from './define.ts';
export { heldBack } from './held-back.ts';

export interface ActionList {
  readonly all: readonly Action[];
  readonly get: (id: string) => Action;
  /** Performs by id; false when there is no such action or it is not possible now. */
  readonly perform: (id: string) => boolean;
}

/** Every action of the window. A repeated id is a bug. */
export function createActions(world: World): ActionList {
  const all = actionSources.flatMap((source) => source(world));
  const byId = new Map(all.map((action) => [action.id, action]));
  assert(byId.size === all.length, 'two actions share an id');
  const get = (id: string): Action => {
    const action = byId.get(id);
    assert(action, `no action ${id}`);
    return action;
  };
  const perform = (id: string): boolean => {
    const action = byId.get(id);
    if (!action?.enabled()) return false;
    action.perform();
    return true;
  };
  return { all, get, perform };
}
