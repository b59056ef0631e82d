import type { CommandId, CommandPayload } from '../../../shared/commands/index.ts';
import { hasSwapTarget, swapTargets, type SwapWhat } from '../swap-targets.ts';
import type { Action, World } from './define.ts';

/** Changes to what the design is made of: products, networks, racks, addresses. */
export function designActions({ project, session, view }: World): Action[] {
  const open = (): boolean => session.hasDocument;
  const swap = (what: SwapWhat, one: string, many: string): Action => ({
    id: `design.swap-${what}`,
    group: 'Edit',
    label: () =>
      `Swap ${view.selection.size === 1 && hasSwapTarget(project.outcome.plan, view.selection, what) ? one : many}`,
    keys: [],
    enabled: () => open() && swapTargets(project.outcome.plan, view.selection, what).length > 0,
    menu: () => hasSwapTarget(project.outcome.plan, view.selection, what),
    perform: () =>
      view.openDialog('swap', {
        what,
        ids: swapTargets(project.outcome.plan, view.selection, what),
        partId: null,
      }),
  });
  const add = <C extends CommandId>(
    id: string,
    label: string,
    command: C,
    payload: CommandPayload<C>,
  ): Action => ({
    id: `design.${id}`,
    group: 'Edit',
    label: () => label,
    keys: [],
    enabled: open,
    perform: () => {
      if (session.edit(command, payload)) view.announce(project.undoLabel ?? label);
    },
  });
  return [
    swap('adapter', 'the adapter', 'adapters'),
    swap('switch', 'the switch', 'switches'),
    swap('server', 'the server', 'servers'),
    add('add-network', 'Add a network', 'add-network', { network: {} }),
    add('add-rack', 'Add a rack', 'add-rack', {}),
    {
      id: 'design.racks',
      group: 'Edit',
      label: () => 'Racks and lengths',
      keys: [],
      enabled: open,
      perform: () => {
        view.select(['cabling']);
        view.resize({ inspectorOpen: true });
      },
    },
  ];
}
