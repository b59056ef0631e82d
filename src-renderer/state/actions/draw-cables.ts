import type { NodeId } from '../../../shared/lib/ids.ts';
import { splittable } from '../../../shared/wiring/index.ts';
import type { Action, World } from './define.ts';

/** Cables: the tool that draws them and the dialogs that draw many. */
export function cableActions({ project, session, view }: World): Action[] {
  const open = () => session.hasDocument;
  const device = () => {
    const id = view.selectedId;
    const { nodes, switches } = project.design;
    return id !== null && (nodes.has(id as never) || switches.has(id as never)) ? id : null;
  };
  const nodes = () => [...view.selection].filter((id): id is NodeId => project.design.nodes.has(id as never));
  const dialog = (id: string, label: string, enabled: () => boolean, perform: () => void): Action => ({
    id: `draw.${id}`,
    group: 'Draw',
    label: () => label,
    keys: [],
    enabled: () => open() && enabled(),
    perform,
  });
  return [
    {
      id: 'draw.connect',
      group: 'Draw',
      label: () => 'Connect',
      keys: ['C'],
      enabled: open,
      perform: () => (view.tool = view.tool === 'connect' ? 'select' : 'connect'),
    },
    {
      ...dialog(
        'connect-port',
        'Connect a port',
        () => project.design.nodes.size > 0,
        () => view.openDialog('connect-port', { from: device() }),
      ),
      menu: () => device() !== null,
    },
    {
      ...dialog(
        'connect-nodes',
        'Connect nodes to switches',
        () => project.design.nodes.size > 0 && project.design.switches.size > 0,
        () => view.openDialog('connect-nodes', { nodes: nodes() }),
      ),
      keys: ['Mod+Shift+K'],
      menu: () => nodes().length > 0 && project.design.switches.size > 0,
    },
    {
      ...dialog(
        'connect-mesh',
        'Connect nodes directly',
        () => project.design.nodes.size > 1,
        () => view.openDialog('connect-mesh', { nodes: nodes() }),
      ),
      menu: () => nodes().length > 1,
    },
    dialog(
      'connect-switches',
      'Connect switches to each other',
      () => project.design.switches.size > 1,
      () => view.openDialog('connect-switches', {}),
    ),
    {
      ...dialog(
        'breakout',
        'Split a switch port',
        () => project.design.switches.size > 0,
        () => view.openDialog('breakout', { port: null }),
      ),
      menu: () => {
        const { plan } = project.outcome;
        const item = plan.switchById.get(view.selectedId as never);
        return item !== undefined && splittable(plan, item).length > 0;
      },
    },
  ];
}
