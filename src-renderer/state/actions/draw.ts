import {
  commonKind,
  copyable,
  copySelection,
  cutSelection,
  duplicateSelection,
  groupNodes,
  pasteFromClipboard,
  putOnClipboard,
  selectedClusters,
  selectedNodes,
  suggestedName,
} from '../create/index.ts';
import type { Action, World } from './define.ts';

/** What brings new things into the drawing, and groups them. */
export function drawActions(world: World): Action[] {
  const { project, session, view } = world;
  const open = () => session.hasDocument;
  const some = () => copyable(world).length > 0;
  const nothingChosen = () => 'choose nodes or switches first';
  return [
    {
      id: 'file.new-blank',
      group: 'File',
      label: () => 'New blank design',
      keys: ['Mod+Alt+N'],
      enabled: () => true,
      perform: () => {
        void session.newBlank().then((shown) => {
          if (shown) view.showPalette();
        });
      },
    },
    {
      id: 'draw.palette',
      group: 'Draw',
      label: () => 'Palette',
      keys: ['P'],
      enabled: open,
      perform: view.showPalette,
    },
    {
      id: 'draw.quick-add',
      group: 'Draw',
      label: () => 'Add something here',
      keys: ['A'],
      scope: 'drawing',
      enabled: open,
      menu: () => view.selection.size === 0,
      perform: () => view.canvas?.quickAdd(),
    },
    {
      id: 'edit.cut',
      group: 'Edit',
      label: () => 'Cut',
      keys: ['Mod+X'],
      native: true,
      enabled: some,
      menu: some,
      why: nothingChosen,
      perform: () => {
        const text = cutSelection(world);
        if (text !== null) putOnClipboard(text);
      },
    },
    {
      id: 'edit.copy',
      group: 'Edit',
      label: () => 'Copy',
      keys: ['Mod+C'],
      native: true,
      enabled: some,
      menu: some,
      why: nothingChosen,
      perform: () => {
        const text = copySelection(world);
        if (text !== null) putOnClipboard(text);
      },
    },
    {
      id: 'edit.paste',
      group: 'Edit',
      label: () => 'Paste',
      keys: ['Mod+V'],
      native: true,
      enabled: open,
      menu: open,
      perform: () => void pasteFromClipboard(world),
    },
    {
      id: 'draw.duplicate',
      group: 'Draw',
      label: () => 'Duplicate',
      keys: ['Mod+D'],
      scope: 'drawing',
      enabled: some,
      menu: some,
      why: nothingChosen,
      perform: () => void duplicateSelection(world, 1),
    },
    {
      id: 'draw.duplicate-several',
      group: 'Draw',
      label: () => 'Duplicate several',
      keys: ['Mod+Shift+D'],
      scope: 'drawing',
      enabled: some,
      menu: some,
      why: nothingChosen,
      perform: () => view.openDialog('duplicate', {}),
    },
    {
      id: 'draw.group',
      group: 'Draw',
      label: () => 'Group as a cluster',
      keys: ['Mod+G'],
      scope: 'drawing',
      enabled: () => selectedNodes(world).length > 0,
      menu: () => selectedNodes(world).length > 0,
      why: () => 'choose nodes first',
      perform: () => {
        const ids = selectedNodes(world);
        const kind = commonKind(world, ids);
        // Only nodes of different roles leave a question open.
        if (kind === null) view.openDialog('group', {});
        else groupNodes(world, ids, kind, suggestedName(world, kind));
      },
    },
    {
      id: 'draw.ungroup',
      group: 'Draw',
      label: () => 'Ungroup, keep the nodes',
      keys: ['Mod+Shift+G'],
      scope: 'drawing',
      enabled: () => selectedClusters(world).length > 0,
      menu: () => selectedClusters(world).length > 0,
      why: () => 'choose a cluster first',
      perform: () => {
        const ids = [...selectedClusters(world)];
        const nodes = selectedNodes(world);
        if (!session.edit('ungroup-clusters', { ids })) return;
        view.select(nodes);
        view.announce('Each node is a cluster of its own now.');
      },
    },
    {
      id: 'draw.remove-cluster',
      group: 'Draw',
      label: () => 'Remove the cluster with its nodes',
      keys: [],
      enabled: () => selectedClusters(world).length > 0,
      why: () => 'choose a cluster first',
      perform: () => {
        const ids = [...selectedClusters(world)];
        const count = [...project.design.nodes.values()].filter((node) =>
          ids.includes(node.clusterId),
        ).length;
        if (session.edit('remove-items', { ids })) view.announce(`Removed with ${count} nodes.`);
      },
    },
  ];
}
